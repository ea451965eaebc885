import type { Territory } from '../../../../authz/ctx.ts'
import { counted } from '../../../../kernel/plural.ts'
import { TextLink } from '../../../../ui/content.ts'
import { Form, type FormState, TextArea, valueOf } from '../../../../ui/fields.ts'
import {
  Breadcrumbs,
  ButtonGroup,
  Details,
  ErrorSummary,
  Notice,
  PageHead,
  Sheet,
  Stack,
  SubmitButton,
} from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import type { Application, ApplicationView } from '../../model.ts'
import { applicationTitle } from '../../queries.ts'
import type { RemarkPlace } from '../rules.ts'

export type ReturnPageProps = {
  territory: Pick<Territory, 'code'>
  app: Application
  view: ApplicationView
  places: readonly RemarkPlace[]
  reviews: { readonly open: number; readonly sent: number }
  form: FormState | null
  conflict: boolean
}

/** Return for revision: a remark at each place that needs one, and what it means for the experts, said before it is pressed. */
export function ReturnPage({ territory, app, view, places, reviews, form, conflict }: ReturnPageProps) {
  const at = { territory: territory.code, application: app.id }
  const rows = places.map((place, index) => ({ place, index }))
  const isTopic = ({ place }: (typeof rows)[number]) => place.section.startsWith('programme.topic.')
  const topics = rows.filter(isTopic)
  return (
    <>
      <Breadcrumbs links={[{ href: paths.application(at), label: applicationTitle(app) }]} />
      <ErrorSummary
        outcome="Заявка не возвращена"
        form={form}
        placeOf={(field) => places[Number(/^remarks\.(\d+)/.exec(field)?.[1] ?? -1)]?.title}
      />
      {conflict && (
        <Notice tone="wait" title="Пока вы писали, заявка изменилась. Ваш текст цел: сверьте и отправьте ещё раз" live />
      )}
      <PageHead
        title="Вернуть заявку на доработку"
        more={`${view.organisations.map(({ shortName }) => shortName).join(', ')}. «${view.theme}». Заявитель увидит замечания у тех мест, к которым вы их напишете`}
        tools={[{ href: paths.applicationRound({ ...at, round: String(app.round) }), label: 'Прочитать заявку', icon: 'eye' }]}
      />
      <Form action={paths.applicationReturns(at)} version={app.version} guard>
        <Stack>
          <Reviews {...reviews} />
          <Sheet title="Замечания">
            {rows
              .filter((row) => !isTopic(row))
              .map(({ place, index }) => (
                <RemarkField place={place} index={index} form={form} />
              ))}
            {topics.length > 0 && (
              <Details
                summary={`Замечания к темам программы: ${topics.length}`}
                open={topics.some(({ index }) => valueOf(form, `remarks.${index}.text`) !== '')}
              >
                {topics.map(({ place, index }) => (
                  <RemarkField place={place} index={index} form={form} />
                ))}
              </Details>
            )}
            <ButtonGroup>
              <SubmitButton kind="warning">Вернуть на доработку</SubmitButton>
              <TextLink href={paths.application(at)}>Не возвращать</TextLink>
            </ButtonGroup>
          </Sheet>
        </Stack>
      </Form>
    </>
  )
}

function RemarkField({ place, index, form }: { place: RemarkPlace; index: number; form: FormState | null }) {
  return (
    <>
      <input type="hidden" name={`remarks.${index}.section`} value={place.section} />
      <TextArea form={form} name={`remarks.${index}.text`} label={place.title} rows={2} />
    </>
  )
}

/** What becomes of the experts' work. */
function Reviews({ open, sent }: ReturnPageProps['reviews']) {
  if (open + sent === 0) return null
  const parts = [
    open > 0
      ? `Закроются: ${counted(open, 'незаконченное заключение', 'незаконченных заключения', 'незаконченных заключений')}, экспертам напишут почему`
      : null,
    sent > 0
      ? `Останутся при этой подаче: ${counted(sent, 'отправленное заключение', 'отправленных заключения', 'отправленных заключений')}, к новой они не перейдут`
      : null,
    'После новой проверки экспертов назначают заново',
  ].filter((part) => part !== null)
  return (
    <Notice tone="wait" title="Заявку уже читают эксперты">
      {parts.map((part) => (
        <p>{part}.</p>
      ))}
    </Notice>
  )
}
