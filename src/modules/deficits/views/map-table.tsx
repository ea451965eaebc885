// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are shown as blocks, and browsers then forget that it is a table.
import { Fragment } from 'preact'
import { monthName } from '../../../kernel/dates.ts'
import { nb, StateTag, TextLink } from '../../../ui/content.ts'
import { groupNames, groups } from '../framework.ts'
import type { Cell, MapRow } from '../map-rules.ts'
import { paths } from '../paths.ts'
import { peopleShown } from '../rules.ts'
import { cellWords, outcomeTags, yearlyWords } from '../texts.ts'

type Props = {
  readonly territory: string
  readonly rows: readonly MapRow[]
  readonly months: readonly string[]
  readonly now: string
  readonly site: string | null
}
const nameOf = (month: string) => monthName(Number(month.slice(5)))

/** What people lack by rows, months by columns; on a telephone each row is a list of the months in which there is something. */
export const MapTable = (props: Props) => (
  <table class="pl-map" role="table">
    <caption class="govuk-visually-hidden">Чего не хватает людям, по строкам; кто этому учит, по месяцам</caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">
          Чему хотят учиться
        </th>
        <th scope="col" role="columnheader">
          Нужно
        </th>
        {props.months.map((month) => (
          <th scope="col" role="columnheader" class={month === props.now ? 'pl-map__now' : undefined}>
            <abbr title={nameOf(month)}>{nameOf(month).slice(0, 3)}</abbr>
          </th>
        ))}
        <th scope="col" role="columnheader">
          Весь год
        </th>
        <th scope="col" role="columnheader">
          Итог
        </th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      {groups.map((group) => {
        const rows = props.rows.filter(({ competence }) => competence.group === group)
        if (rows.length === 0) return null
        return (
          <Fragment>
            <tr class="pl-map__group" role="row">
              <th scope="rowgroup" colSpan={props.months.length + 4} role="rowheader">
                {groupNames[group]}
              </th>
            </tr>
            {rows.map((row) => (
              <Row {...props} row={row} />
            ))}
          </Fragment>
        )
      })}
    </tbody>
  </table>
)

function Row({ territory, row, site }: Props & { row: MapRow }) {
  const { competence, people, cells, yearly, outcome } = row
  const asked = { competence: competence.id, ...(site !== null && { site }) }
  return (
    <tr role="row" class={outcome === 'nobody' ? 'pl-map__nobody' : undefined}>
      <th scope="row" role="rowheader">
        {nb(competence.label)}
      </th>
      <td role="cell" class="pl-map__n" data-label="Нужно">
        {people === 0 ? 'никому' : peopleShown(people)}
      </td>
      {cells.map((cell) => (
        <CellOf cell={cell} href={paths.deficitOffers({ territory }, { ...asked, month: cell.month })} />
      ))}
      <td role="cell" class={`pl-map__c${yearly === 0 ? ' pl-map__c--no' : ''}`}>
        {yearly > 0 && (
          <a href={paths.deficitOffers({ territory }, asked)}>
            <span class="pl-map__m">весь год: </span>
            <span class="pl-map__marks" aria-hidden="true">
              <span class="pl-mark">{yearly}</span>
            </span>
            <span class="pl-map__words">{nb(yearlyWords(yearly))}</span>
          </a>
        )}
      </td>
      <td role="cell" class="pl-map__state">
        {people > 0 ? (
          <StateTag {...outcomeTags[outcome]} />
        ) : (
          <TextLink href={paths.deficitOffers({ territory }, asked)}>учат</TextLink>
        )}
      </td>
    </tr>
  )
}

function CellOf({ cell, href }: { cell: Cell; href: string }) {
  const { state, month, open, full, waiting, held } = cell
  if (state === 'none')
    return (
      <td role="cell" class="pl-map__c pl-map__c--no">
        <span class="govuk-visually-hidden">никто</span>
      </td>
    )
  return (
    <td role="cell" class="pl-map__c">
      <a href={href}>
        <span class="pl-map__m">{nameOf(month)}: </span>
        <span class="pl-map__marks" aria-hidden="true">
          {open > 0 && <span class="pl-mark">{open}</span>}
          {full > 0 && (
            <span class="pl-mark pl-mark--queue">
              {full}
              {waiting > 0 && <i>+{waiting}</i>}
            </span>
          )}
          {state === 'held' && <span class="pl-mark pl-mark--held">{held}</span>}
        </span>
        <span class="pl-map__words">{nb(cellWords(cell))}</span>
      </a>
    </td>
  )
}
