import type { Territory } from '../../../authz/ctx.ts'
import { hasStep } from '../../../regulation/application-questions.ts'
import { Breadcrumbs, Notice, PageHead, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import type { ApplicationView } from '../model.ts'
import type { KeptRound, OpenApplication } from '../queries.ts'
import { WholeApplication } from '../view-blocks.tsx'
import { momentOf, wayTo } from '../wording.ts'
import { previewName } from './course.ts'

type ReadingProps = { territory: Pick<Territory, 'code' | 'timeZone'>; open: OpenApplication }

/** The application before it is sent, as an expert will see it. */
export function PreviewPage(props: ReadingProps) {
  return (
    <Reading
      {...props}
      title={previewName(props.open.regulation)}
      more={
        hasStep(props.open.regulation, 'expertReview')
          ? 'Эксперт читает заявку только после допуска и после того, как подтвердит, что не заинтересован.'
          : 'Вся заявка так, как она отправится.'
      }
      view={props.open.view}
      adviserOpen={props.open.app.adviserName === null}
    />
  )
}

/** What was sent, never changed since. */
export function RoundPage(props: ReadingProps & { kept: KeptRound }) {
  const { kept, territory } = props
  return (
    <Reading
      {...props}
      title={kept.round === 1 ? 'Что отправлено' : `Что отправлено ${kept.round}-й раз`}
      more={`${momentOf(kept.submittedAt, territory.timeZone)}, ${kept.submittedByName}. Хранится таким, каким было отправлено.`}
      view={kept.view}
    />
  )
}

type Shown = { title: string; more: string; view: ApplicationView; adviserOpen?: boolean }

function Reading({ territory, open, title, more, view, adviserOpen }: ReadingProps & Shown) {
  const { app, regulation } = open
  const at = { territory: territory.code, application: app.id }
  return (
    <>
      <Breadcrumbs links={wayTo(territory.code, app)} />
      <PageHead title={title} more={more} />
      {view.organisations.length === 0 && <Notice title="В заявке пока нет организаций" />}
      <Stack>
        <WholeApplication
          view={view}
          level={2}
          regulation={regulation}
          adviserOpen={adviserOpen}
          fileHref={(file) => paths.applicationFile({ ...at, file })}
        />
      </Stack>
    </>
  )
}
