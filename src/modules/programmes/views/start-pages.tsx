import { OpeningSheet } from '../../../kit/opening-sheet.tsx'
import type { ThingPage } from '../../../kit/thing.ts'
import { stepsOf } from '../../../regulation/work/steps.ts'
import { nb, Table, TextLink } from '../../../ui/content.ts'
import { PageFrame, Sheet, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { seeOther } from '../../../web/route.ts'
import type { ProcedureState } from '../../procedures/model.ts'
import type { Owner } from '../case.ts'
import { startInApplication, startOnSite } from '../deeds/start.ts'
import { programmesOfSite } from '../queries.ts'
import { idOfApplication } from '../store.ts'
import { wayWord } from '../wording.ts'
import { VersionState } from './programme-page.tsx'

const outcome = 'Программа не начата'

/** An application without a programme: begin one. */
export const startPage: ThingPage<Owner> = async (owner, request) => {
  const { ctx, tx, form, params } = request
  const { territory, application = '' } = params
  const at = { territory: territory ?? '', application }
  const programme = owner.applicationId && (await idOfApplication(tx, ctx, owner.applicationId))
  if (programme) return seeOther(paths.programme({ ...at, programme }))
  const way = [{ href: paths.application(at), label: owner.title }]
  const body = (
    <PageFrame title="Программа" {...{ way, outcome, form }}>
      {startInApplication.offered(ctx, owner) ? (
        <OpeningSheet of={startInApplication} held={owner} request={request}>
          <p>{nb('Программу пишут по частям, в любом порядке. Потом в неё можно перенести части другой программы или файла.')}</p>
        </OpeningSheet>
      ) : (
        <Sheet>
          <p>Программа ещё не начата.</p>
        </Sheet>
      )}
    </PageFrame>
  )
  return { title: 'Программа', section: 'applications', body }
}

/** The programmes of a site; those who lead it may begin one. (R-A2) */
export const sitePage: ThingPage<Owner> = async (owner, request) => {
  const { ctx, tx, form, params } = request
  const at = { territory: ctx.territory.code, site: params.site ?? '' }
  const programmes = owner.siteId ? await programmesOfSite(tx, ctx, owner.siteId) : []
  const way = [{ href: paths.site(at), label: owner.title }]
  const isAsked = stepsOf(owner.regulation, 'programme').length > 0
  const body = (
    <PageFrame title="Программы площадки" more={`Тема: ${owner.theme}`} {...{ way, outcome, form }}>
      <Stack>
        {programmes.length === 0 ? (
          <Sheet>
            <p>{nb('Программы ещё нет. Её пишут в заявке или здесь; по ней учатся стажёры.')}</p>
          </Sheet>
        ) : (
          <Sheet title="Программы" flush>
            <Table
              caption="Программы площадки"
              rows={programmes}
              columns={[
                {
                  title: 'Программа',
                  cell: ({ id, title }) => <TextLink href={paths.programme({ ...at, programme: id })}>{title}</TextLink>,
                },
                { title: 'Редакция', cell: ({ number }) => number, numeric: true },
                { title: 'Состояние', cell: ({ state }) => <VersionState state={state} /> },
                ...(isAsked ? [{ title: 'Согласование', cell: ({ way }: { way: ProcedureState | null }) => wayWord(way) }] : []),
              ]}
            />
          </Sheet>
        )}
        <OpeningSheet of={startOnSite} held={owner} request={request} kind={programmes.length === 0 ? undefined : 'secondary'} />
      </Stack>
    </PageFrame>
  )
  return { title: 'Программы площадки', section: 'sites', body }
}
