import type { ThingPage } from '../../../kit/thing.ts'
import { clauseOf } from '../../../regulation/cite.ts'
import { describeRegulation } from '../../../regulation/describe.ts'
import { textOfBody } from '../../../regulation/editor/clause-text.ts'
import { clausesOf } from '../../../regulation/editor/compared.ts'
import { type Entry, entries } from '../../../regulation/editor/entries.ts'
import { ruleInWords } from '../../../regulation/editor/in-words.ts'
import { mayHaveExceptions } from '../../../regulation/exceptions/questions.ts'
import { provisionOf } from '../../../regulation/provisions/questions.ts'
import type { Regulation } from '../../../regulation/schema.ts'
import { editorPages, keptOnly } from '../../../regulation/topic.ts'
import { Clause, nb, StateTag, TextLink } from '../../../ui/content.ts'
import { ButtonLink } from '../../../ui/frame.ts'
import { notFound, seeOther } from '../../../web/route.ts'
import type { OpenEdition } from '../case.ts'
import { paths } from '../paths.ts'
import { problemsByRule } from '../rules.ts'
import { EditorFrame } from './editor-frame.tsx'

/** One page of rules of a draft: each rule in words, the clause it comes from, what the system will do by it. */
export const rulesPage: ThingPage<OpenEdition> = (opened, { ctx, params }) => {
  const page = editorPages.find(({ code }) => code === params.page)
  if (!page) return notFound
  const at = { territory: ctx.territory.code, edition: opened.one.id }
  if (opened.one.state !== 'draft') return seeOther(paths.edition(at))
  const problems = problemsByRule(opened)
  const here = entries.filter((entry) => entry.page === page.code)
  const body = (
    <EditorFrame
      ctx={ctx}
      opened={opened}
      current={page.code}
      title={page.title}
      actions={<ButtonLink href={paths.editionForm({ ...at, page: page.code })}>Заполнить страницу</ButtonLink>}
    >
      <div class="pl-sheet pl-sheet--flush">
        <ul class="pl-provs">
          {here.map((entry) => (
            <Provision
              entry={entry}
              regulation={opened.regulation}
              problems={problems.get(entry.key) ?? []}
              href={paths.editionRule({ ...at, rule: entry.key })}
              exceptionsHref={paths.editionExceptions({ ...at, rule: entry.key })}
              clauseHref={(clause) => paths.editionClause({ ...at, clause })}
            />
          ))}
        </ul>
      </div>
      <Neighbours at={at} page={page.code} />
    </EditorFrame>
  )
  return { title: `${page.title}: редакция ${opened.one.version}`, section: 'regulation', body }
}

type ProvisionProps = {
  entry: Entry
  regulation: Regulation
  problems: readonly string[]
  href: string
  exceptionsHref: string
  clauseHref: (clause: string) => string
}
function Provision({ entry, regulation, problems, href, exceptionsHref, clauseHref }: ProvisionProps) {
  const found = entry.cites ? provisionOf(regulation, entry.key) : null
  const said = ruleInWords(entry, regulation)
  const sentence = found?.state === 'said' ? found.sentence : null
  const clauses = clausesOf(entry, regulation)
  const first = clauses[0] === undefined ? undefined : clauseOf(regulation, clauses[0])
  return (
    <li class={`pl-prov${problems.length > 0 ? ' pl-prov--open' : ''}`} id={entry.key}>
      <div class="pl-prov__value">
        <h2 class="pl-prov__name">{nb(entry.title)}</h2>
        {said.length === 0 ? (
          <p>Не сказано</p>
        ) : (
          said.map(({ label, text }) => (
            <p>
              <span class="pl-quiet">{nb(`${label}: `)}</span>
              {nb(text)}
            </p>
          ))
        )}
        {problems.map((problem) => (
          <p class="govuk-error-message">{nb(problem)}</p>
        ))}
        <p class="pl-prov__edit">
          <TextLink href={href} of={entry.title.toLowerCase()}>
            Изменить
          </TextLink>
          {found?.state === 'said' && mayHaveExceptions(entry.key) && (
            <TextLink href={exceptionsHref} of={entry.title.toLowerCase()}>
              Исключения
            </TextLink>
          )}
        </p>
      </div>
      <div class="pl-prov__text">
        {first && <blockquote>{nb(sentence ?? shortened(textOfBody(first.body) || first.title || ''))}</blockquote>}
        {clauses.length > 0 && (
          <p class="pl-prov__chips">
            {clauses.map((clause) => (
              <Clause number={clause} href={clauseHref(clause)} />
            ))}
          </p>
        )}
        {found?.state === 'silent' && <p class="pl-quiet">Положение об этом молчит.</p>}
      </div>
      <div class="pl-prov__state">
        {found && <StateTag {...stateTags[found.state]} />}
        {found?.state === 'said' && keptOnly.has(entry.key) && effectsOf(entry, regulation).length === 0 && (
          <p class="pl-prov__effect">{nb('Хранится и печатается; система по этому правилу ничего не делает')}</p>
        )}
        {effectsOf(entry, regulation).map((text) => (
          <p class="pl-prov__effect">{nb(text)}</p>
        ))}
      </div>
    </li>
  )
}

const stateTags = {
  said: { tone: 'ok', word: 'сказано' },
  silent: { tone: 'calm', word: 'молчит' },
  forbidden: { tone: 'late', icon: 'cross', word: 'запрещено' },
  conflict: { tone: 'wait', icon: 'late', word: 'противоречие' },
} as const

const mostQuoted = 220
const shortened = (text: string) => (text.length <= mostQuoted ? text : `${text.slice(0, mostQuoted).replace(/\s\S*$/, '')}…`)

/** What the system does because of a rule: what it would not do if the paper were silent. */
function effectsOf(entry: Entry, regulation: Regulation): readonly string[] {
  if (!entry.maySilent || entry.read(regulation) === null) return []
  const without = textsOf(entry.write(regulation, null))
  return [...textsOf(regulation)].filter((text) => !without.has(text))
}

const textsOf = (regulation: Regulation): ReadonlySet<string> =>
  new Set([...describeRegulation(regulation).values()].flat().map(({ text }) => text))

function Neighbours({ at, page }: { at: { territory: string; edition: string }; page: string }) {
  const index = editorPages.findIndex(({ code }) => code === page)
  const [before, after] = [editorPages[index - 1], editorPages[index + 1]]
  return (
    <div class="pl-bar">
      <p>{before && <TextLink href={paths.editionPage({ ...at, page: before.code })}>{before.title}</TextLink>}</p>
      <p>
        {after ? (
          <TextLink href={paths.editionPage({ ...at, page: after.code })}>{after.title}</TextLink>
        ) : (
          <TextLink href={paths.edition(at)}>Проверка</TextLink>
        )}
      </p>
    </div>
  )
}
