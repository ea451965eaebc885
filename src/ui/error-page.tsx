import { Empty, type Picture } from './empty.tsx'
import { SearchForm } from './filter.tsx'
import type { LinkItem } from './link.ts'
import { nb } from './nb.ts'

export type ErrorStatus = 403 | 404 | 409 | 413 | 422 | 500 | 503

type Words = { readonly picture: Picture; readonly code: string; readonly title: string; readonly more: readonly string[] }

const words: Record<ErrorStatus, Words> = {
  403: {
    picture: 'lock',
    code: 'Отказ 403',
    title: 'Это открыто тем, кому это поручено',
    more: [
      'Это поручают Положение, документ о назначении или роль. Если дело поручено вам, роль даёт тот, кто ведёт учётные записи территории.',
    ],
  },
  404: {
    picture: 'map',
    code: 'Ошибка 404',
    title: 'Такой страницы нет',
    more: ['Проверьте адрес: может быть, он обрезан. Или страница из территории, в которой вас нет.'],
  },
  409: {
    picture: 'two',
    code: 'Отказ 409',
    title: 'Пока вы решали, здесь всё изменилось',
    more: ['Ничего не записано. Откройте страницу заново, посмотрите, что стало, и повторите, если нужно.'],
  },
  413: {
    picture: 'paper',
    code: 'Отказ 413',
    title: 'Файл слишком велик',
    more: ['Ничего не записано. Вернитесь и выберите файл поменьше.'],
  },
  422: {
    picture: 'paper',
    code: 'Отказ 422',
    title: 'Так записать нельзя',
    more: ['Ничего не записано. Вернитесь и поправьте.'],
  },
  500: {
    picture: 'storm',
    code: 'Ошибка 500',
    title: 'Программа ошиблась',
    more: ['Ничего не записано наполовину: дело сделано целиком или не сделано. Вернитесь и попробуйте ещё раз.'],
  },
  503: {
    picture: 'storm',
    code: 'Ошибка 503',
    title: 'Данные сейчас недоступны',
    more: ['Записанное цело. Обновите страницу через минуту.'],
  },
}

/** The title of the page, for `<title>`. */
export const errorTitle = (status: number, sentences: readonly string[] = []): string =>
  titleOf(wordsOf(status), status, sentences)

function wordsOf(status: number): Words {
  return words[status as ErrorStatus] ?? words[status >= 500 ? 500 : 404]
}

/** A refusal names its rule: the first sentence is the title. Of other errors the title is ours. */
function titleOf(own: Words, status: number, sentences: readonly string[]): string {
  return (status === 403 || status === 409) && sentences[0] ? sentences[0] : own.title
}

type ErrorPageProps = {
  status: number
  /** What exactly is in the way, in whole sentences. */
  sentences?: readonly string[]
  /** «Вы вошли как Ветрова М. О., наставник школы № 3.» */
  who?: string
  /** Number under which the failure is written down. */
  reference?: string
  /** What the person had typed, to be copied. */
  typed?: readonly string[]
  /** Ways on; the first is a button. */
  ways: readonly LinkItem[]
  /** Offered where a page was not found. */
  search?: { readonly action: string; readonly label: string }
}

/** What it is, why, the way on. */
export function ErrorPage({ status, sentences = [], who, reference, typed = [], ways, search }: ErrorPageProps) {
  const own = wordsOf(status)
  const title = titleOf(own, status, sentences)
  const rest = sentences.filter((sentence) => sentence !== title)
  const [first, ...others] = ways
  return (
    <Empty picture={own.picture} code={own.code} title={title} alone actions={first && <Ways first={first} others={others} />}>
      {who && <p class="govuk-body">{nb(who)}</p>}
      {[...rest, ...own.more].map((sentence) => (
        <p class="govuk-body">{nb(sentence)}</p>
      ))}
      {reference && (
        <p class="govuk-body">
          Если повторится, назовите оператору номер <b class="pl-num">{reference}</b>: по нему найдут причину.
        </p>
      )}
      {typed.length > 0 && <Typed texts={typed} />}
      {search && (
        <div class="pl-empty__search">
          <SearchForm id="q-error" action={search.action} label={search.label} />
        </div>
      )}
    </Empty>
  )
}

/** Nothing is kept anywhere else: the text stands here until the page is left. */
function Typed({ texts }: { texts: readonly string[] }) {
  const text = texts.join('\n\n')
  const rows = Math.min(20, text.split('\n').length + 1)
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for="typed">
        Что вы набрали
      </label>
      <div class="govuk-hint" id="typed-hint">
        Скопируйте текст. Если обновить страницу, форма отправится ещё раз, а записана будет только один раз.
      </div>
      <textarea class="govuk-textarea" id="typed" aria-describedby="typed-hint" rows={rows} readOnly value={text} />
    </div>
  )
}

function Ways({ first, others }: { first: LinkItem; others: readonly LinkItem[] }) {
  return (
    <>
      <a class="govuk-button" href={first.href}>
        {nb(first.label)}
      </a>
      {others.map((way) => (
        <a class="govuk-link" href={way.href}>
          {nb(way.label)}
        </a>
      ))}
    </>
  )
}
