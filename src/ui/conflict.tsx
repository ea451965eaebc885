import { nb } from './nb.ts'
import { Notice } from './notice.tsx'

type ConflictProps = {
  /** «план изменила Наумова Т. Я.» — reads after «Пока вы правили,». */
  what: string
  fields: readonly { readonly label: string; readonly yours: string; readonly theirs: string }[]
}

/** Someone else was faster. The person's text is whole: both versions stand side by side, and the form below is sent anew. */
export function Conflict({ what, fields }: ConflictProps) {
  const differing = fields.filter(({ yours, theirs }) => yours !== theirs)
  return (
    <>
      <Notice tone="wait" title={`Пока вы правили, ${what}`} live>
        <p>
          {differing.length > 0
            ? 'Ваш текст цел и стоит в полях ниже. Сравните обе записи, поправьте и отправьте ещё раз.'
            : 'Записи совпадают. Отправьте ещё раз, если хотите сохранить свою.'}
        </p>
      </Notice>
      {differing.map(({ label, yours, theirs }) => (
        <section class="pl-sheet pl-gap" aria-label={label}>
          <h2 class="govuk-heading-s">{nb(label)}</h2>
          <div class="pl-sides">
            <div>
              <h3>Ваша запись</h3>
              <div class="pl-side pl-side--yours">{yours || 'пусто'}</div>
            </div>
            <div>
              <h3>Записано сейчас</h3>
              <div class="pl-side">{theirs || 'пусто'}</div>
            </div>
          </div>
        </section>
      ))}
    </>
  )
}
