import type { Ctx } from '../../authz/ctx.ts'
import type { Tx } from '../../db/pool.ts'
import { move } from '../../kernel/machine.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { ApplicationId, OrganisationId, ProgrammeId, SiteId } from '../../kernel/types.ts'
import type { Case } from '../../kit/case.ts'
import { type Asked, thing, type Where } from '../../kit/thing.ts'
import type { Regulation } from '../../regulation/schema.ts'
import { type Decided, procedureOf, stepNow } from '../procedures/model.ts'
import { standsOf } from '../procedures/procedure-queries.ts'
import { theSite } from '../sites/site-queries.ts'
import { type Standing, siteIsOpen } from '../sites/standing-rules.ts'
import { machine } from './machine.ts'
import type { Programme, ProgrammeAction, ProgrammeContent } from './model.ts'
import { paths } from './paths.ts'
import { ownerApplication, type Whom } from './ports.ts'
import {
  contentOf,
  idOfApplication,
  insertProgramme,
  type StoredProgramme,
  storedProgramme,
  writeProgramme,
  writeVersion,
} from './store.ts'

/** What a programme belongs to: the application it is written in, or the site once there is one. */
export type Owner = {
  readonly kind: 'site' | 'application'
  readonly siteId: SiteId | null
  readonly applicationId: ApplicationId | null
  readonly title: string
  readonly theme: string
  /** Organisations by their full names, the lead one first. */
  readonly organisations: readonly string[]
  /** The organisations of a site; an application names its own as it was sent. */
  readonly ids: readonly OrganisationId[]
  readonly regulation: Regulation
  /** Whom reading the programme is about: everybody of its application, and the organisations and people of its site once there is one. */
  readonly reads: Whom
  /** Whom writing it is about: until there is a site, organisations that have confirmed their part in the application. */
  readonly writes: Whom
  /** Whether it may be written now: while the application is in the hands of its authors; of a site, as long as that has its status. */
  readonly open: Result<null>
  /** Of a site: why nobody may write now. */
  readonly standing: Standing | null
}
type Place = Pick<Programme, 'siteId' | 'applicationId'>

async function ownerOf(tx: Tx, ctx: Where, { siteId, applicationId }: Place): Promise<Owner | null> {
  const place = { siteId, applicationId }
  const [site, applied] = await Promise.all([
    siteId && theSite.open(tx, ctx, siteId),
    applicationId && ownerApplication.only().shown(tx, ctx, applicationId),
  ])
  if (siteId === null) return applied ? { ...applied, ...place, kind: 'application', ids: [], standing: null } : null
  if (!site) return null
  const { hosts, organisationIds, theme, regulation, standing } = site
  const whom = (people?: Whom): Whom => ({ siteId, organisationIds, personIds: people?.personIds ?? [] })
  return {
    ...{ ...place, kind: 'site', theme, regulation, standing, ids: organisationIds },
    title: hosts[0]?.shortName ?? theme,
    organisations: hosts.map(({ fullName }) => fullName),
    reads: whom(applied?.reads),
    writes: whom(applied?.writes),
    open: siteIsOpen(standing, ctx.today),
  }
}

const whomOf = ({ reads, writes }: Owner, { permission }: Asked) => (permission === 'programme.edit' ? writes : reads)

/** An application in which a programme is begun. */
export const writtenApplications = thing({
  param: 'application',
  sees: 'programme.view',
  open: (tx, ctx, id: ApplicationId) => ownerOf(tx, ctx, { applicationId: id, siteId: null }),
  lock: async (tx, ctx, id: ApplicationId) =>
    (await ownerApplication.only().lock(tx, ctx, id)) ? ownerOf(tx, ctx, { applicationId: id, siteId: null }) : null,
  concerns: whomOf,
  standing: ({ open }) => open,
})

/** A site on which programmes are begun. */
export const writingSites = thing({
  param: 'site',
  sees: 'site.view',
  open: (tx, ctx, id: SiteId) => ownerOf(tx, ctx, { applicationId: null, siteId: id }),
  lock: async (tx, ctx, id: SiteId) => (await theSite.lock(tx, ctx, id)) && ownerOf(tx, ctx, { applicationId: null, siteId: id }),
  concerns: whomOf,
  standing: ({ open }) => open,
})

/** A programme with what its version in hand says and what it belongs to. */
export type OpenProgramme = StoredProgramme & Decided & { readonly content: ProgrammeContent; readonly owner: Owner }

async function around(tx: Tx, ctx: Where, stored: StoredProgramme | null): Promise<OpenProgramme | null> {
  if (!stored) return null
  const { id, siteId, title, versionId } = stored.one
  const [content, owner, stands] = await Promise.all([
    contentOf(tx, ctx, versionId),
    ownerOf(tx, ctx, stored.one),
    siteId === null ? [] : standsOf(tx, ctx, id),
  ])
  if (!owner) throw new Error(`programme ${stored.one.id} belongs to nothing`)
  const { regulation, ids: organisationIds } = owner
  const its = { kind: 'programme' as const, subjectId: versionId, caseId: id, name: `программа «${title}»`, regulation }
  const procedure = siteId === null ? null : procedureOf({ ...its, at: { siteId, organisationIds } }, stands)
  return { ...stored, content, owner, procedure }
}

type Changes = { content?: ProgrammeContent; title?: string; originProgrammeId?: ProgrammeId; fixedAt?: Date }

/** A programme of an application, of a site, or of both once the status has been granted. It stands where its newest version does. (R-A2, R-33) */
export const programmes = {
  ...thing({
    param: 'programme',
    sees: 'programme.view',
    open: async (tx, ctx, id: ProgrammeId) => around(tx, ctx, await storedProgramme(tx, ctx, id)),
    async lock(tx, ctx, id: ProgrammeId) {
      // Whoever submits an application locks it and then its programme; whoever writes the programme goes the same way round.
      const found = await storedProgramme(tx, ctx, id)
      if (found?.one.applicationId) await ownerApplication.only().lock(tx, ctx, found.one.applicationId)
      return around(tx, ctx, await storedProgramme(tx, ctx, id, true))
    },
    concerns: ({ content, owner, procedure }: OpenProgramme, asked) =>
      asked.named.topic && !content.topics.some(({ id }) => id === asked.named.topic)
        ? null
        : { ...whomOf(owner, asked), role: stepNow(procedure)?.by },
    standing: ({ owner }) => owner.open,
  }),
  machine,
  home: paths.programme,
  begin: insertProgramme,
  async move(tx, ctx, one, action, { title, originProgrammeId, ...set } = {}) {
    const next = move(machine, one.state, action)
    // What is fixed stays as it is: who has agreed it is kept beside.
    if (!next.ok || action === 'agree') return next.ok ? ok(one) : next
    if (action === 'drop') {
      const its = { territoryId: ctx.territory.id, id: one.versionId }
      await tx
        .deleteFrom('programmeVersions')
        .where((is) => is.and(its))
        .execute()
      return ok(one)
    }
    await writeVersion(tx, ctx, one, { ...set, state: next.value })
    if (title !== undefined || originProgrammeId) await writeProgramme(tx, ctx, one, { title, originProgrammeId })
    // Whoever is about to send the application sees that its programme has changed.
    if (action === 'change' && one.applicationId !== null && one.siteId === null)
      await ownerApplication.only().touched(tx, ctx, one.applicationId)
    return ok({ ...one, ...(title !== undefined && { title }), state: next.value, editVersion: one.editVersion + 1 })
  },
} satisfies Case<OpenProgramme, ProgrammeAction, Changes, 'programme'> & { begin: unknown }

/** The programme of an application locked with it; null when none has been started. */
export async function lockOfApplication(tx: Tx, ctx: Ctx, applicationId: ApplicationId): Promise<StoredProgramme | null> {
  await ownerApplication.only().lock(tx, ctx, applicationId)
  const id = await idOfApplication(tx, ctx, applicationId)
  return id === null ? null : storedProgramme(tx, ctx, id, true)
}
