import { localTime } from '../../../kernel/clock.ts'
import { longDate } from '../../../kernel/dates.ts'
import { withInitials } from '../../../kernel/names.ts'
import { counted } from '../../../kernel/plural.ts'
import type { ThingPage } from '../../../kit/thing.ts'
import { Meter, nb, StateTag, Table, TextLink } from '../../../ui/content.ts'
import { Notice, PageFrame, Sheet, Stack, type Tool } from '../../../ui/frame.ts'
import type { OpenRun } from '../case.ts'
import { fileSize } from '../document.ts'
import { paths } from '../paths.ts'
import { certificatesOfRun } from '../queries.ts'
import { stateTags } from '../texts.ts'
import { hoursText, kindWords, sortWords } from '../wording.ts'

/** The page asks itself how far it is, also without scripts. */
const seconds = 2
/** So many are shown on the page; all are in the list and in the files. */
const mostShown = 100

/** A press: how many papers it has issued of how many, the files to print them from, and whom they are for. */
export const runPage: ThingPage<OpenRun> = async ({ run, site }, { ctx, tx }) => {
  const rows = certificatesOfRun(tx, ctx, run.id)
  const [shown, issued] = await Promise.all([rows.page(mostShown, 0), rows.count(1000)])
  const isDone = run.done >= run.people.length
  const at = { territory: ctx.territory.code, site: site.id }
  const parts = Array.from({ length: isDone ? Math.ceil(issued / fileSize) : 0 }, (_, n) => n + 1)
  const tools = parts.flatMap((part) =>
    (['pdf', 'docx'] as const).map((format): Tool => {
      const numbers = parts.length > 1 ? `, файл ${part} из ${parts.length}` : ''
      const href = paths.certificateRunPapers({ territory: at.territory, run: run.id, part: String(part), format })
      return { href, label: `Напечатать все .${format}${numbers}`, icon: 'download' }
    }),
  )
  const title = `${kindWords[run.kind].many} ${sortWords[run.sort]}: ${longDate(localTime(run.askedAt, ctx.territory.timeZone).day)}`
  const issuedWords = `Выдано: ${counted(issued, 'бумага', 'бумаги', 'бумаг')}`
  const body = (
    <PageFrame
      way={[
        { href: paths.site(at), label: site.name },
        { href: paths.certificates(at), label: 'Справки и сертификаты' },
      ]}
      title={title}
      more={site.name}
      tools={tools}
    >
      <Stack>
        {isDone && issued === run.people.length ? (
          // That it is done has just been told over the page.
          <p class="govuk-body">{nb(issuedWords)}</p>
        ) : isDone ? (
          <Notice tone="wait" title={issuedWords}>
            <p class="govuk-body">
              {nb(
                run.sort === 'completion'
                  ? `Ещё ${run.people.length - issued} не выдано: условия программы больше не выполнены, или бумага уже есть.`
                  : `Ещё ${run.people.length - issued} не выдано: их часы за эти дни уже стоят на другой бумаге.`,
              )}
            </p>
          </Notice>
        ) : (
          <Notice tone="wait" title={`Выдано ${run.done} из ${run.people.length}`} live>
            <Meter share={run.done / run.people.length} />
            <p class="govuk-body">
              {nb('Остальные выдаются сейчас. Страница обновляется сама; её можно закрыть, выдача не остановится.')}
            </p>
          </Notice>
        )}
        <Sheet flush>
          <Table
            caption={issued > shown.length ? `Первые ${mostShown}` : 'Кому выдано'}
            rows={shown}
            columns={[
              {
                title: 'Кому',
                cell: (row) => (
                  <TextLink href={paths.certificate({ territory: at.territory, certificate: row.id })}>
                    {withInitials(row.printed.person)}
                  </TextLink>
                ),
              },
              { title: 'Номер', cell: (row) => `№ ${row.number}` },
              { title: 'Часы', cell: (row) => hoursText(row.hours) },
              { title: 'Состояние', cell: (row) => <StateTag {...stateTags[row.state]} /> },
            ]}
          />
        </Sheet>
      </Stack>
    </PageFrame>
  )
  return { title, section: 'sites', body, ...(isDone ? {} : { refresh: seconds }) }
}
