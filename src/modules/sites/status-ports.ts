/** What modules above need of the effects that change a status. */
export { changingSites, statusChanges } from './effects/read-rows.ts'
export { regulationOf, ruledForSite } from './effects/standing-checks.ts'
export { noteOfEnd } from './effects/terminate-status/lines.ts'
