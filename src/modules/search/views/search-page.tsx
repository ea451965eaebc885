import type { Ctx } from '../../../authz/ctx.ts'
import { mostFound } from '../../../db/words.ts'
import { act } from '../../../regulation/acts.ts'
import { nb, RowList, TextLink } from '../../../ui/content.ts'
import { SearchForm } from '../../../ui/fields.ts'
import { Empty, PageHead, Sheet, Stack } from '../../../ui/frame.ts'
import { paths } from '../../../web/paths.ts'
import { type Group, mostOfOne } from '../queries.ts'

type SearchPageProps = { ctx: Ctx; text: string; kinds: readonly string[]; found: readonly Group[] | null }

/** What the territory has by the words asked, by kind. */
export function SearchPage({ ctx, text, kinds, found }: SearchPageProps) {
  const [first, ...more] = kinds
  return (
    <>
      <PageHead
        title="Поиск"
        more={`${[first, ...more.map((kind) => kind.toLowerCase())].join(', ')}: ${ctx.territory.shortName}`}
      />
      <SearchForm action={paths.search({ territory: ctx.territory.code })} id="words" label="Слова для поиска" value={text} />
      <div class="pl-gap" />
      {found && found.length > 0 && <Stack>{found.map(Kind)}</Stack>}
      {found?.length === 0 && (
        <Empty picture="paper" title="Ничего не нашлось">
          <p class="govuk-body">{nb(`По словам «${text}» здесь ничего нет. Проверьте слова или оставьте одно из них.`)}</p>
        </Empty>
      )}
      {!found && text !== '' && (
        <Empty picture="paper" title="Слишком короткий запрос">
          <p class="govuk-body">{nb(`Напишите хотя бы две буквы названия, фамилии или номер ${act(ctx).genitive}.`)}</p>
        </Empty>
      )}
    </>
  )
}

function Kind({ title, all, hits, total }: Group) {
  const count = total > mostFound ? `более ${mostFound}` : `${total}`
  const isWhole = total <= hits.length
  const more =
    !isWhole && hits.length >= mostOfOne ? (
      <span class="pl-small">{nb(`Первые ${mostOfOne} из ${count}: добавьте слов, чтобы найти точнее`)}</span>
    ) : (
      !isWhole && (
        <span class="pl-small">
          <TextLink href={all}>Все {count}</TextLink>
        </span>
      )
    )
  return (
    <Sheet title={title} aside={more}>
      <RowList
        rows={hits.map(({ href, name, more, leads = [] }) => (
          <>
            <p>
              <TextLink href={href}>{name}</TextLink>
            </p>
            {more && <p class="pl-small pl-quiet">{nb(more)}</p>}
            {leads.map((lead) => (
              <p class="pl-small">
                <TextLink href={lead.href}>{lead.label}</TextLink>
              </p>
            ))}
          </>
        ))}
      />
    </Sheet>
  )
}
