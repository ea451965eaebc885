import { asId } from '../../../kernel/ids.ts'
import { byName } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import type { OrganisationId } from '../../../kernel/types.ts'
import type { ThingPage, ThingRequest } from '../../../kit/thing.ts'
import { nb, Table, TextLink } from '../../../ui/content.ts'
import { Checkboxes, Form, SelectField } from '../../../ui/fields.ts'
import { PageFrame, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import { paths as links } from '../../../web/paths.ts'
import type { StandingSite } from '../../sites/standing-queries.ts'
import { candidatesAt, type FoundCandidate } from '../completion-queries.ts'
import { isMet, missingText } from '../completion-rules.ts'
import { completionKind, issueCompletion } from '../deeds.ts'
import type { Kind } from '../model.ts'
import { paths } from '../paths.ts'
import { hoursText, kindWords } from '../wording.ts'
import { SortLinks } from './sort-links.tsx'

/** So many are shown, and may be chosen, at once. */
const mostAtOnce = 500
/** Of those who are not ready so many are told apart. */
const mostWaiting = 100

/** Who has mastered a programme of the site, with everybody chosen; and whoever has finished without meeting its conditions, with what is missing. (X-T1) */
export const completionPage: ThingPage<StandingSite> = async (site, request) => {
  const { ctx, tx, query, form } = request
  const [all, kind] = await Promise.all([candidatesAt(tx, ctx, [site.id]), completionKind(tx, ctx)])
  const school = asId<OrganisationId>(String(form?.values.school ?? query.school ?? ''))
  const shown = all
    .filter(({ row }) => school === null || row.organisationId === school)
    .toSorted((a, b) => byName(a.row.organisation, b.row.organisation) || byName(a.person, b.person))
  const [ready, waiting] = [
    shown.filter(({ conditions }) => isMet(conditions)),
    shown.filter(({ conditions }) => !isMet(conditions)),
  ]
  const schools = [...new Map(all.map(({ row }) => [row.organisationId, row.organisation]))].toSorted((a, b) =>
    byName(a[1], b[1]),
  )
  const at = { territory: ctx.territory.code, site: site.id }
  const body = (
    <PageFrame
      way={[
        { href: paths.site(at), label: site.name },
        { href: paths.certificates(at), label: 'Справки и сертификаты' },
      ]}
      title="Выдать бумаги"
      more={site.name}
      outcome="Бумаги не выданы"
      form={form}
    >
      <SortLinks at={at} sort="completion" />
      <Stack>
        {(schools.length > 1 || school !== null) && (
          <Sheet title="Чьи люди">
            <form action={paths.certificateCompletion(at)} method="get">
              <SelectField
                form={null}
                name="school"
                label="Организация"
                initial={school ?? ''}
                empty="Все организации"
                choices={schools.map(([value, label]) => ({ value, label }))}
              />
              <SubmitButton kind="secondary">Показать</SubmitButton>
            </form>
          </Sheet>
        )}
        <Ready {...{ ready, kind, site, request }} isNobody={waiting.length === 0} />
        {waiting.length > 0 && <Waiting waiting={waiting} territory={at.territory} />}
      </Stack>
    </PageFrame>
  )
  return { title: `Выдать бумаги об освоении, ${site.name}`, section: 'sites', body }
}

type ReadyProps = {
  ready: readonly FoundCandidate[]
  kind: Kind
  site: StandingSite
  request: ThingRequest
  isNobody: boolean
}
function Ready({ ready, kind, site, request: { ctx, form }, isNobody }: ReadyProps) {
  const shown = ready.slice(0, mostAtOnce)
  if (shown.length === 0)
    return (
      <Sheet title="Готовых нет">
        <p class="govuk-body">
          {nb(
            isNobody
              ? 'Готовым стажёр становится, когда стажировка завершена и выполнены условия его программы. Условия ставят в программе площадки, в части «Кому дают бумагу об освоении».'
              : 'Все, кто завершил стажировку, ещё не выполнили условий своей программы.',
          )}
        </p>
      </Sheet>
    )
  return (
    <Sheet title={`Готовы: ${counted(ready.length, 'человек', 'человека', 'человек')}`}>
      <p class="govuk-body">
        {nb(`Будет выдано: ${kindWords[kind].many.toLowerCase()} об освоении программы. Так стоит в настройках центра.`)}
      </p>
      {ready.length > shown.length && (
        <p class="govuk-body">
          {nb(`Показаны первые ${mostAtOnce}. Выдайте им и откройте страницу снова: останутся остальные.`)}
        </p>
      )}
      <Form action={issueCompletion.address({ territory: ctx.territory.code, site: site.id })} guard>
        <Checkboxes
          form={form}
          name="traineeships[]"
          label="Кому выдать"
          hint="Номера пойдут в этом порядке. Снимите отметку с тех, кому бумага не нужна"
          initial={shown.map(({ id }) => id)}
          choices={shown.map(({ id, person, row, progress }) => ({
            value: id,
            label: person,
            more: [row.organisation, `«${row.title}»`, hoursText(progress.hours)].join(', '),
          }))}
        />
        <SubmitButton>Выдать отмеченным</SubmitButton>
      </Form>
    </Sheet>
  )
}

const Waiting = ({ waiting, territory }: { waiting: readonly FoundCandidate[]; territory: string }) => (
  <Sheet title={`Завершили, но условий не выполнили: ${counted(waiting.length, 'человек', 'человека', 'человек')}`} flush>
    <Table
      caption={waiting.length > mostWaiting ? `Первые ${mostWaiting}` : 'Чего им не хватает'}
      rows={waiting.slice(0, mostWaiting)}
      columns={[
        {
          title: 'Стажёр',
          cell: ({ id, person }) => <TextLink href={links.traineeship({ territory, traineeship: id })}>{person}</TextLink>,
        },
        { title: 'Программа', cell: ({ row }) => nb(row.title) },
        { title: 'Чего не хватает', cell: ({ conditions }) => nb(missingText(conditions)) },
      ]}
    />
  </Sheet>
)
