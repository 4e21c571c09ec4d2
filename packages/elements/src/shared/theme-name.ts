/** Values of every element's attribute `theme`: `auto` is the system's; without the attribute it is the page's `color-scheme`. */
export type ThemeName = 'light' | 'dark' | 'auto';
