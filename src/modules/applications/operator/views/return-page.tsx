import { counted } from '../../../../kernel/plural.ts'
import type { ThingPage } from '../../../../kit/thing.ts'
import { TextLink } from '../../../../ui/content.ts'
import { Form, type FormState, TextArea, valueOf } from '../../../../ui/fields.ts'
import { ButtonGroup, Details, Notice, PageFrame, Sheet, Stack, SubmitButton } from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import { seeOther } from '../../../../web/route.ts'
import type { ApplicationCase } from '../../case.ts'
import { applicationTitle } from '../../queries.ts'
import { sheetOfRound } from '../check-queries.ts'
import { returnApplication } from '../deeds.ts'
import { reviewsUnderWay } from '../review-queries.ts'
import { type RemarkPlace, remarkPlaces } from '../rules.ts'
import { madeMeanwhile, organisationsOf } from './meanwhile-page.tsx'

/** Return for revision: a remark at each place that needs one, and what it means for the experts, said before it is pressed. */
export const returnPage: ThingPage<ApplicationCase> = async (found, request) => {
  const { ctx, tx, form, conflict } = request
  const { one: app } = found
  const at = { territory: ctx.territory.code, application: app.id }
  if (!returnApplication.offered(ctx, found))
    return form === null ? seeOther(paths.application(at)) : madeMeanwhile(found, request, form)
  const view = await sheetOfRound(tx, ctx, app)
  const rows = remarkPlaces(found.regulation, view).map((place, index) => ({ place, index, form }))
  const isTopic = ({ place }: (typeof rows)[number]) => place.section.startsWith('programme.topic.')
  const topics = rows.filter(isTopic)
  const body = (
    <PageFrame
      way={[{ href: paths.application(at), label: applicationTitle(app) }]}
      outcome="Заявка не возвращена"
      form={form}
      placeOf={(field) => rows[Number(/^remarks\.(\d+)/.exec(field)?.[1] ?? -1)]?.place.title}
      before={
        conflict && (
          <Notice tone="wait" title="Пока вы писали, заявка изменилась. Ваш текст цел: сверьте и отправьте ещё раз" live />
        )
      }
      title="Вернуть заявку на доработку"
      more={`${organisationsOf(view)}. «${view.theme}». Заявитель увидит замечания у тех мест, к которым вы их напишете`}
      tools={[{ href: paths.applicationRound({ ...at, round: String(app.round) }), label: 'Прочитать заявку', icon: 'eye' }]}
    >
      <Form action={returnApplication.address(ctx, found)} version={app.editVersion} guard>
        <Stack>
          <Reviews {...(await reviewsUnderWay(tx, ctx, app))} />
          <Sheet title="Замечания">
            {rows.filter((row) => !isTopic(row)).map(RemarkField)}
            {topics.length > 0 && (
              <Details
                summary={`Замечания к темам программы: ${topics.length}`}
                open={topics.some(({ index }) => valueOf(form, `remarks.${index}.text`) !== '')}
              >
                {topics.map(RemarkField)}
              </Details>
            )}
            <ButtonGroup>
              <SubmitButton kind="warning">Вернуть на доработку</SubmitButton>
              <TextLink href={paths.application(at)}>Не возвращать</TextLink>
            </ButtonGroup>
          </Sheet>
        </Stack>
      </Form>
    </PageFrame>
  )
  return { title: 'Вернуть на доработку', section: 'applications', body }
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
function Reviews({ open, sent }: Awaited<ReturnType<typeof reviewsUnderWay>>) {
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
