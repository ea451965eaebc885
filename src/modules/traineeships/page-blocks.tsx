/** The page of a traineeship, for deeds of modules above that are done on it. */
export { traineeshipPage } from './views/traineeship-page.tsx'
