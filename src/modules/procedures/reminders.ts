import { type ReminderSource, remindersOf } from '../../kit/reminders.ts'
import type { Notice } from '../../notices/kinds.ts'
import { settings } from '../settings/model.ts'
import { settingOf } from '../settings/queries.ts'
import { decidersOf } from '../sites/decider-queries.ts'
import { waitingFor } from './waiting.ts'

/** Whoever has a day to decide by is reminded of it, unless they have said their word. */
const dueSteps: ReminderSource = async (tx, territoryId, span) => {
  const where = { territory: { id: territoryId }, today: span.to }
  const days = await settingOf(tx, where, settings.decisionReminders)
  const notices: Notice[] = []
  for (const { dueOn, regulation, step, spoken, siteId, organisationIds, siteName: site, ...one } of await waitingFor(
    tx,
    where,
  )) {
    if (dueOn === null) continue
    const told = remindersOf(dueOn, days, span)
    const deciders = told.length === 0 ? [] : await decidersOf(tx, where, regulation, { siteId, organisationIds }, step.by)
    const silence = { nothing: '', consent: 'согласиться', refusal: 'отказать' }[step.silence]
    const params = { kind: one.kind, name: one.name, site, caption: step.caption, dueOn, silence }
    for (const { onDay, what } of told)
      for (const personId of deciders.filter((id) => !spoken.includes(id)))
        notices.push({ kind: `procedure.${what}`, personId, subjectId: one.caseId, onDay, params })
  }
  return notices
}

export const reminders: readonly ReminderSource[] = [dueSteps]
