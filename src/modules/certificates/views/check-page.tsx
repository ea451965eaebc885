import { longDate } from '../../../kernel/dates.ts'
import { nb, SummaryList } from '../../../ui/content.ts'
import { TextField } from '../../../ui/fields.ts'
import { Notice, PageHead, Sheet, Stack, SubmitButton } from '../../../ui/frame.ts'
import type { Page } from '../../../web/route.ts'
import { paths } from '../paths.ts'
import type { OtherPaper } from '../ports.ts'
import type { Checked } from '../publication.ts'
import { kindWords } from '../wording.ts'
import { printedRows } from './printed.tsx'

/** The check of a paper, for anybody: what is printed on it, or that there is none with this code. `typed`: null where nothing was asked. */
export function checkPage(typed: string | null, found: Checked | undefined, other: OtherPaper | null = null): Page {
  const body = (
    <>
      <PageHead large title="Проверка бумаги" more="Справки и сертификаты площадок: верна ли бумага, которую вам показали" />
      <Stack>
        {found ? <Found found={found} /> : other ? <Other {...other} /> : typed !== null && <Nothing />}
        <form class="pl-sheet" action={paths.checkPaper({})} method="get">
          <TextField
            form={null}
            name="code"
            label={found || other ? 'Код другой бумаги' : 'Код под рисунком'}
            hint="26 знаков; пробелы и строчные буквы не мешают"
            initial={found || other ? '' : (typed ?? '')}
          />
          <SubmitButton kind={found || other ? 'secondary' : undefined}>Проверить</SubmitButton>
        </form>
      </Stack>
    </>
  )
  return { title: 'Проверка бумаги', section: 'checkPaper', body, ...(typed !== null && !found && !other && { status: 404 }) }
}

/** A paper of another module. */
const Other = ({ title, holder, rows }: OtherPaper) => (
  <>
    <Notice tone="ok" title={`${title}: такая бумага есть`} live>
      <p class="govuk-body">{nb('Сверьте каждую строку с бумагой: если не сходится хоть одна, верьте этой странице.')}</p>
    </Notice>
    <Sheet title="Что напечатано">
      <SummaryList rows={[{ key: 'Чья', value: holder }, ...rows]} />
    </Sheet>
  </>
)

const Nothing = () => (
  <Notice tone="late" title="Бумаги с таким кодом нет" live>
    <p class="govuk-body">
      {nb(
        'Сверьте каждый знак с бумагой. Если всё верно, а её здесь нет, эту бумагу площадка не выдавала: спросите того, кто её показал.',
      )}
    </p>
  </Notice>
)

function Found({ found: { printed, holder, isName, revokedOn, revokeReason } }: { found: Checked }) {
  const { one } = kindWords[printed.kind]
  const word =
    printed.kind === 'note'
      ? { revoked: 'отозвана', holds: 'выдана и действует' }
      : { revoked: 'отозван', holds: 'выдан и действует' }
  return (
    <>
      {revokedOn === null ? (
        <Notice tone="ok" title={`${one} ${word.holds}`} live>
          <p class="govuk-body">{nb('Сверьте каждую строку с бумагой: если не сходится хоть одна, верьте этой странице.')}</p>
        </Notice>
      ) : (
        <Notice tone="late" title={`${one} ${word.revoked} ${longDate(revokedOn)}`} live>
          <p class="govuk-body">{nb(`Причина: ${revokeReason ?? ''}. Такая бумага больше ничего не подтверждает.`)}</p>
        </Notice>
      )}
      <Sheet title="Что напечатано">
        <SummaryList
          rows={[
            {
              key: 'Кому',
              value: (
                <>
                  {holder}
                  <span class="pl-sub">
                    {nb(
                      isName
                        ? 'Имя показано с согласия владельца'
                        : 'Владелец не показывает имя: здесь первые буквы фамилии, имени и отчества',
                    )}
                  </span>
                </>
              ),
            },
            ...printedRows(printed),
          ]}
        />
      </Sheet>
    </>
  )
}
