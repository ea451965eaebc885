import { codeOf, constraintOf } from '../kernel/errors.ts'
import type { RuleRefusal } from '../kernel/result.ts'

/** Rules that the database itself keeps; its error names the constraint, and here the constraint becomes a refusal. */
const refusals: Readonly<Record<string, Omit<RuleRefusal, 'code'>>> = {
  territories_code_key: { rule: 'territory.codeTaken', field: 'code' },
  posts_do_not_overlap: { rule: 'person.postsOverlap', field: 'startsOn' },
  one_head_of_an_organisation: { rule: 'person.organisationHasHead', field: 'kind' },
  one_category_at_a_time: { rule: 'person.categoriesOverlap', field: 'startsOn' },
  organisations_territory_id_full_name_key: { rule: 'organisation.nameTaken', field: 'fullName' },
  support_needs_territory_id_organisation_id_kind_daterange_excl: { rule: 'supportNeed.overlaps', field: 'startsOn' },
  role_grants_territory_id_person_id_role_daterange_excl: { rule: 'person.roleOverlaps', field: 'startsOn' },
  order_number_is_unique: { rule: 'order.numberTaken', field: 'number' },
  status_is_not_given_twice: { rule: 'site.statusGivenTwice' },
  attachment_does_not_overlap: { rule: 'site.attachedTwice' },
  appointment_does_not_overlap: { rule: 'site.appointedTwice', field: 'personId' },
  one_head_of_a_site: { rule: 'site.hasHead', field: 'personId' },
  one_coordinator_of_a_site: { rule: 'site.hasCoordinator', field: 'personId' },
  one_plan_of_a_period: { rule: 'plan.periodTaken', field: 'period' },
  expert_is_in_the_pool_once: { rule: 'expert.alreadyInPool', field: 'personId' },
  expert_reads_an_application_once: { rule: 'review.expertTwice', field: 'experts' },
  one_invitation_of_an_address: { rule: 'account.invitedAsAnother', field: 'email' },
  one_regulation_of_a_number: { rule: 'edition.numberTaken' },
  one_regulation_in_force: { rule: 'regulation.alreadyInForce' },
  suspension_is_not_ordered_twice: { rule: 'site.suspendedTwice' },
  one_open_case_of_a_kind: { rule: 'case.alreadyOpen' },
  contract_number_is_unique: { rule: 'contract.numberTaken', field: 'number' },
  one_membership_at_a_time: { rule: 'group.isMember', field: 'personId' },
  deficits_open_once: { rule: 'deficit.notedAlready', field: 'competence' },
  calendar_days_once: { rule: 'calendar.isThere', field: 'title' },
  one_contract_of_a_site_at_a_time: { rule: 'contract.alreadyInForce', field: 'signedOn' },
}

/** Rows that keep another row from being removed: a site that has not begun is not forgotten while somebody works on its papers. */
const holds: Readonly<Record<string, Omit<RuleRefusal, 'code'>>> = {
  plans_territory_id_site_id_fkey: { rule: 'site.unbegunHasPapers' },
  status_cases_territory_id_site_id_fkey: { rule: 'site.unbegunHasPapers' },
}

/** The refusal a database error stands for, or null when the error is a fault. */
export function refusalOf(error: unknown): RuleRefusal | null {
  const [code, constraint] = [codeOf(error), constraintOf(error)]
  const rules = code === '23503' ? holds : code === '23505' || code === '23P01' ? refusals : {}
  const known = constraint === undefined ? undefined : rules[constraint]
  return known ? { code: 'rule', ...known } : null
}

export const constraintRules: readonly string[] = [...Object.values(refusals), ...Object.values(holds)].map(
  (refusal) => refusal.rule,
)
