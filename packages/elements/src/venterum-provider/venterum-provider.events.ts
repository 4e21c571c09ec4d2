/** `<venterum-provider>` fires no events: whoever gives it a client hears from the elements inside. */
export {};
