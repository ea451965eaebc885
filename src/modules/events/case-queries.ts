/** Events and planned lines as things, for modules that keep something beside them. */
export { events, plannedLines } from './case.ts'
