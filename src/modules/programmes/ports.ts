import type { JSX } from 'preact'
import type { Ctx } from '../../authz/ctx.ts'
import type { Subject } from '../../authz/policy.ts'
import type { Tx } from '../../db/pool.ts'
import { port } from '../../kernel/port.ts'
import type { Result } from '../../kernel/result.ts'
import type { ApplicationId, ProgrammeId } from '../../kernel/types.ts'
import type { Regulation } from '../../regulation/schema.ts'

type Where = Pick<Ctx, 'territory'>
type Standing = Pick<Ctx, 'territory' | 'today'>

/** The application a programme is written in, as the pages of the programme name it. */
export type OwnerApplication = {
  /** «Заявка № 12» */
  readonly title: string
  readonly theme: string
  readonly regulation: Regulation
  /** Organisations by their charters, the lead one first. */
  readonly organisations: readonly string[]
  /** Whom reading it is about, and whom writing it. */
  readonly reads: Whom
  readonly writes: Whom
  /** Whether it is in the hands of its authors. */
  readonly open: Result<null>
}
export type Whom = Omit<Subject, 'territoryId'>

/** A remark the application came back with: `section` is «programme», «programme.aims», «programme.topic.<id>». */
export type OwnerRemark = { readonly section: string; readonly text: string; readonly madeByName: string }

/** What a programme asks of the application it is written in. */
export type ApplicationPort = {
  readonly shown: (tx: Tx, ctx: Standing, id: ApplicationId) => Promise<OwnerApplication | null>
  /** Locks it until the end of the transaction; says whether the territory has it. */
  readonly lock: (tx: Tx, ctx: Where, id: ApplicationId) => Promise<boolean>
  /** The applications a person has to do with: as head of an organisation that takes part, or by name. */
  readonly readBy: (tx: Tx, ctx: Ctx) => Promise<readonly { readonly id: ApplicationId; readonly isPersonal: boolean }[]>
  /** Remarks about the programme that have not been settled. */
  readonly remarks: (tx: Tx, ctx: Where, id: ApplicationId) => Promise<readonly OwnerRemark[]>
  /** Its programme has changed: whoever is about to send it sees that. */
  readonly touched: (tx: Tx, ctx: Where, id: ApplicationId) => Promise<void>
}

export const ownerApplication = port<ApplicationPort>('ownerApplication')

/** The topics of a programme of a site on its page, and whether whoever looks edits it. */
export type TopicsShown = {
  readonly id: ProgrammeId
  readonly topics: readonly { readonly id: string; readonly title: string }[]
  readonly may: boolean
}

/** A sheet on the page of a programme of a site. */
export const programmePart = port<(tx: Tx, ctx: Ctx, shown: TopicsShown) => Promise<JSX.Element | null>>('programmePart')
