/* @web/test-runner snapshot v1 */
export const snapshots = {};

snapshots["around a paragraph"] = 
`StaticText "Inside"`;
/* end snapshot around a paragraph */

