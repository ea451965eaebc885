import { may } from '../../../authz/ctx.ts'
import type { Doc } from '../../../documents/model.ts'
import { papersOf } from '../../../kit/case-page.tsx'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { PageFrame, Sheet } from '../../../ui/frame.ts'
import { notFound } from '../../../web/route.ts'
import { hoursText } from '../../programmes/hours-rules.ts'
import { ProgrammeSheet } from '../../programmes/programme-blocks.tsx'
import { programmeDocument } from '../../programmes/programme-document.ts'
import { versionsByIds } from '../../programmes/queries.ts'
import { totalHours } from '../../programmes/rules.ts'
import type { OpenTraineeship } from '../case-queries.ts'
import { paths } from '../paths.ts'
import { titleOf } from '../queries.ts'

/** The version one learns by: it stays what it was when the traineeship began, whatever the site writes since. */
async function versionOf({ one }: OpenTraineeship, { ctx, tx }: Pick<ThingRequest, 'ctx' | 'tx'>) {
  const [versions, { title }] = await Promise.all([versionsByIds(tx, ctx, [one.versionId]), titleOf(tx, ctx, one.id)])
  const version = versions.get(one.versionId)
  return version && { ...version, title }
}

/** The working programme for whoever has to do with the traineeship: the trainee first of all. (C-12) */
export const programmePage: ThingPage<OpenTraineeship> = async (opened, request) => {
  const { ctx } = request
  const version = await versionOf(opened, request)
  if (!version) return notFound
  const { site, one } = opened
  const readsAll = may(ctx, 'programme.view', {
    territoryId: ctx.territory.id,
    siteId: site.id,
    organisationIds: site.organisationIds,
  })
  const at = { territory: ctx.territory.code, traineeship: one.id }
  const body = (
    <PageFrame
      way={[{ href: paths.traineeship(at), label: 'Стажировка' }]}
      outcome="Не сделано"
      form={null}
      kicker="Рабочая программа"
      title={version.title}
      more={site.name}
      line={[`редакция ${version.number}`, hoursText(totalHours(version.content))]}
      tools={[
        ...papersOf('Скачать', (format) => paths.traineeshipProgrammePaper({ ...at, format })),
        ...(readsAll ? [{ href: paths.programme({ ...at, programme: one.programmeId }), label: 'Все редакции' }] : []),
      ]}
    >
      <Sheet>
        <ProgrammeSheet content={version.content} regulation={site.regulation} />
      </Sheet>
    </PageFrame>
  )
  return { title: `Программа «${version.title}»`, section: 'traineeships', body }
}

/** The same on paper. */
export async function programmePaper(opened: OpenTraineeship, request: ThingRequest): Promise<Doc | null> {
  const version = await versionOf(opened, request)
  if (!version) return null
  const { site } = opened
  return programmeDocument({
    title: version.title,
    organisations: site.fullNames,
    content: version.content,
    regulation: site.regulation,
    day: request.ctx.today,
    isDraft: false,
  })
}
