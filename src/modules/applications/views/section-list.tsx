import { nb, RowLink, StateTag, Table } from '../../../ui/content.ts'
import { ButtonGroup, ButtonLink, Sheet } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { ruleText } from '../../../web/refusals.ts'
import type { SectionState } from '../rules.ts'
import { ruleTexts, sectionNames, sectionStateNames, sectionStateTones } from '../texts.ts'
import { sectionHref } from '../wording.ts'
import type { CasePageProps } from './case-props.ts'

/** The questions of an application as tasks: what is done, what is missing in each. (R-A1) */
export function SectionList({ territory, open: { app }, sections, side, may }: CasePageProps) {
  const at = { territory: territory.code, application: app.id }
  const remarked = (code: string) =>
    side.remarks.filter((one) => one.round === app.round && one.settledAt === null && one.section.split('.')[0] === code).length
  return (
    <>
      <Sheet title={app.state === 'returned' ? 'Что исправить' : 'Что заполнить'} flush>
        <Table
          caption="Разделы заявки"
          rows={sections}
          columns={[
            { title: 'Раздел', cell: ({ code }) => <RowLink href={sectionHref(at, code)} name={sectionNames[code]} /> },
            {
              title: 'Состояние',
              cell: (section) => <State section={section} remarks={app.state === 'returned' ? remarked(section.code) : 0} />,
            },
          ]}
        />
      </Sheet>
      {may.submit && (
        <ButtonGroup>
          <ButtonLink href={paths.applicationCheckAnswers(at)}>Проверить ответы и отправить</ButtonLink>
        </ButtonGroup>
      )}
    </>
  )
}

const mostShown = 3

function State({ section: { state, missing }, remarks }: { section: SectionState; remarks: number }) {
  const rest = missing.length - mostShown
  return (
    <>
      {remarks > 0 && <StateTag tone="late" word={`Замечаний: ${remarks}`} />}{' '}
      <StateTag tone={sectionStateTones[state]} word={sectionStateNames[state]} />
      {state === 'missing' &&
        missing.slice(0, mostShown).map((one) => <span class="pl-sub">{nb(ruleText(ruleTexts, one))}</span>)}
      {state === 'missing' && rest > 0 && <span class="pl-sub">{`и ещё ${rest}`}</span>}
    </>
  )
}
