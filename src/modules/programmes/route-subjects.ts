import type { Subject } from '../../authz/policy.ts'
import type { SubjectOf } from '../../web/route.ts'
import { openProgramme } from './store.ts'
import { subjectOf, writingSubjectOf } from './subject.ts'

/** Whose programme an address names; null when there is none here. */
export const programmeSubject: SubjectOf<'/t/:territory/programmes/:programme'> = async ({
  ctx,
  tx,
  params,
}): Promise<Subject | null> => {
  const opened = await openProgramme(tx, ctx, params.programme)
  return opened && subjectOf(tx, ctx, opened.programme)
}

/** The same for those who write it. */
export const writingSubject: SubjectOf<'/t/:territory/programmes/:programme'> = async ({
  ctx,
  tx,
  params,
}): Promise<Subject | null> => {
  const opened = await openProgramme(tx, ctx, params.programme)
  return opened && writingSubjectOf(tx, ctx, opened.programme)
}

/** The site an address names. */
export const siteSubject: SubjectOf<'/t/:territory/sites/:site'> = async ({ ctx, tx, params }): Promise<Subject | null> => {
  const row = await tx
    .selectFrom('sites')
    .select('id')
    .where('territoryId', '=', ctx.territory.id)
    .where('id', '=', params.site)
    .executeTakeFirst()
  return row ? subjectOf(tx, ctx, { applicationId: null, siteId: row.id }) : null
}
