import { type Ctx, may } from '../../../authz/ctx.ts'
import { shortDate } from '../../../kernel/dates.ts'
import { absent } from '../../../kit/absent.tsx'
import { nb, RowLink, RowList, Second, StateTag } from '../../../ui/content.ts'
import { ButtonLink } from '../../../ui/frame.ts'
import { paths as everywhere } from '../../../web/paths.ts'
import { BasisLink } from '../../regulation/clause-links.tsx'
import { type Competence, labelOf } from '../framework.ts'
import { paths } from '../paths.ts'
import type { DeficitRow } from '../store.ts'
import { closedWords, sourceWords, stateTags } from '../texts.ts'
import type { Here } from '../whether.ts'

type Called = Pick<DeficitRow, 'competenceId' | 'words'>
/** What is lacking: by the framework, else in own words. */
export const calledIn = (framework: readonly Competence[], { competenceId, words }: Called): string =>
  labelOf(framework, competenceId) || (words ?? '')

type RowsProps = { ctx: Ctx; framework: readonly Competence[]; rows: readonly DeficitRow[]; named?: boolean }
/** Deficits of one person, or of several by name. */
export const DeficitRows = ({ ctx, framework, rows, named = false }: RowsProps) => (
  <RowList
    rows={rows.map((row) => (
      <>
        <RowLink href={paths.deficit({ territory: ctx.territory.code, deficit: row.id })} name={calledIn(framework, row)} />
        <Second>
          {[
            named && row.person,
            `с ${shortDate(row.startsOn)}, ${sourceWords[row.source]}`,
            row.state === 'closed' && `закрыт: ${closedWords(row)}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Second>
        <StateTag {...stateTags[row.state]} />
      </>
    ))}
  />
)

/** On what it stands: a clause of the paper, or the choice of the centre, which is no clause. */
export const Ground = ({ ctx, here: { basis } }: { ctx: Ctx; here: Here }) => (
  <p class="govuk-body pl-small">
    {basis ? (
      <>
        {nb('Почему здесь об этом спрашивают: ')}
        <BasisLink territory={ctx.territory.code} basis={basis} />
      </>
    ) : (
      nb('Почему здесь об этом спрашивают: так настроил центр. Положение об этом молчит.')
    )}
  </p>
)

/** Where no paper speaks of deficits and the centre has not chosen to keep them. */
export const notHere = (ctx: Ctx) =>
  absent({
    title: 'Профессиональные дефициты',
    section: 'deficits',
    back: { href: everywhere.tasks({ territory: ctx.territory.code }), label: 'Мои дела' },
    picture: 'paper',
    says: 'Профессиональные дефициты здесь не записывают',
    why: 'Положение о них молчит, и центр их не включил.',
    actions: may(ctx, 'settings.edit') && (
      <ButtonLink kind="secondary" href={everywhere.settings({ territory: ctx.territory.code })}>
        Открыть настройки центра
      </ButtonLink>
    ),
  })
