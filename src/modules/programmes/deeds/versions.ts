import type { Ctx } from '../../../authz/ctx.ts'
import type { Tx } from '../../../db/pool.ts'
import { record } from '../../../history/record.ts'
import { ok, type Result, refuseRule } from '../../../kernel/result.ts'
import type { ApplicationId, ProgrammeVersionId } from '../../../kernel/types.ts'
import { deed } from '../../../kit/deed.ts'
import { area } from '../../../kit/form/fields.ts'
import { lockOfApplication, type OpenProgramme, programmes } from '../case.ts'
import type { ProgrammeAction } from '../model.ts'
import { paths } from '../paths.ts'
import { isComplete } from '../rules.ts'
import { contentOf, insertVersion, type StoredProgramme } from '../store.ts'

/** The versions of an application's programme follow its course: what moves them by hand says so, whatever their state. */
const ofSite =
  (action: ProgrammeAction) =>
  ({ one }: OpenProgramme) =>
    one.siteId === null ? null : action

/** The draft with the words of the fixed version that follows it. */
async function renewed(tx: Tx, ctx: Ctx, { one, versions, fixed }: StoredProgramme, reason: string | null) {
  const version = (versions[0]?.number ?? 0) + 1
  const content = await contentOf(tx, ctx, fixed?.id ?? one.versionId)
  const id = await insertVersion(tx, ctx, { programmeId: one.id, number: version, content, reason })
  return { id, happened: { kind: 'programme.versionStarted' as const, facts: { version, reason } } }
}

/** A new version of a site's programme, with the words of the one before; says why. (R-A2) */
export const startVersion = deed(programmes, ofSite('renew'), {
  at: paths.programmeVersions,
  permits: 'programme.edit',
  form: {
    reason: area('Почему меняете программу', {
      what: 'причину, по которой меняете программу',
      hint: 'Закреплённая редакция останется, как есть',
      most: 1000,
      rows: 2,
    }),
  },
  beside: true,
  elsewhere: { rule: 'programme.versionIsOpen' },
  lacks: ({ one }) => (one.siteId === null ? refuseRule('programme.versionByReturn') : []),
  also: async (tx, given) => ok(await renewed(tx, given.ctx, given, given.input.reason)),
  fact: ({ made }) => made.happened,
  done: 'Новая редакция начата. Прежняя остаётся, как была',
  ask: { title: 'Новая редакция', button: 'Начать редакцию', kind: 'secondary' },
})

/** Gives a new version of a site's programme up: the fixed one stays. */
export const dropVersion = deed(programmes, ofSite('drop'), {
  at: paths.programmeVersionDrops,
  permits: 'programme.edit',
  anyVersion: true,
  elsewhere: { rule: 'programme.nothingToDrop' },
  lacks: ({ one, fixed }) =>
    one.siteId === null ? refuseRule('programme.versionByReturn') : fixed ? [] : refuseRule('programme.nothingToDrop'),
  fact: ({ one }) => ({ kind: 'programme.versionDropped', facts: { version: one.number } }),
  done: 'От новой редакции отказались',
  ask: { button: 'Отказаться от редакции', kind: 'secondary' },
})

/** Fixes the draft of a site's own programme: its head says that it is whole. (R-A2) */
export const fixOwnVersion = deed(programmes, ofSite('fix'), {
  at: paths.programmeFixings,
  permits: 'programme.edit',
  lacks: ({ one }) => (one.siteId === null ? refuseRule('programme.fixedBySubmission') : []),
  rule: ({ content, owner }) => (isComplete(content, owner.regulation) ? [] : refuseRule('programme.notComplete')),
  set: ({ ctx }) => ({ fixedAt: ctx.now }),
  fact: ({ one }) => ({ kind: 'programme.fixed', facts: { version: one.number } }),
  done: 'Редакция закреплена',
  ask: { button: 'Закрепить редакцию', kind: 'secondary' },
})

/**
 * Fixes the programme that is submitted with an application, in the transaction of the submission: from then on it never changes. Null when
 * the application has no programme. Whether it is complete has been asked by whoever submits.
 */
export async function fixVersion(tx: Tx, ctx: Ctx, applicationId: ApplicationId): Promise<Result<ProgrammeVersionId | null>> {
  const found = await lockOfApplication(tx, ctx, applicationId)
  if (!found || found.one.state === 'fixed') return ok(found?.one.versionId ?? null)
  const { id, siteId, number, versionId } = found.one
  const fixed = await programmes.move(tx, ctx, found.one, 'fix', { fixedAt: ctx.now })
  if (!fixed.ok) return fixed
  await record(tx, ctx, { kind: 'programme.fixed', subjectId: id, siteId, facts: { version: number } })
  return ok(versionId)
}

/** Opens the programme of a returned application again: a new draft with the words of the fixed version. A draft that exists stays. */
export async function unfixVersion(
  tx: Tx,
  ctx: Ctx,
  applicationId: ApplicationId,
  reason: string | null = null,
): Promise<Result<ProgrammeVersionId | null>> {
  const found = await lockOfApplication(tx, ctx, applicationId)
  if (!found || found.one.state === 'draft') return ok(found?.one.versionId ?? null)
  const { id, happened } = await renewed(tx, ctx, found, reason)
  await record(tx, ctx, { ...happened, subjectId: found.one.id, siteId: found.one.siteId })
  return ok(id)
}
