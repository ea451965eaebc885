import { isImpairedVersion, type VisionSettings, visionHref } from './vision.ts'

type Key = { label: string; spoken?: string; set: Partial<VisionSettings>; class?: string }

const letters: readonly Key[] = [
  { label: 'А', spoken: 'обычный размер букв', set: { size: undefined } },
  { label: 'А+', spoken: 'крупные буквы', set: { size: 'large' } },
  { label: 'А++', spoken: 'самые крупные буквы', set: { size: 'largest' } },
]
const inks: readonly Key[] = [
  { label: 'Ц', spoken: 'чёрным по белому', set: { scheme: 'black-on-white' }, class: 'bw' },
  { label: 'Ц', spoken: 'белым по чёрному', set: { scheme: 'white-on-black' }, class: 'wb' },
  { label: 'Ц', spoken: 'тёмно-синим по голубому', set: { scheme: 'blue' }, class: 'blue' },
]
const gaps: readonly Key[] = [
  { label: 'Обычные', set: { spacing: undefined } },
  { label: 'Широкие', set: { spacing: 'wide' } },
]

/** Letters, inks and spacing, when the version for the visually impaired is on. Every key is a link: no script needed. */
export function VisionBar({ vision, path }: { vision: VisionSettings; path: string }) {
  if (!isImpairedVersion(vision)) return null
  return (
    <section class="pl-vision" aria-label="Версия для слабовидящих" data-live="vision">
      <div class="pl-wrap pl-vision__row">
        <Group name="Буквы" keys={letters} vision={vision} path={path} />
        <Group name="Цвета" keys={inks} vision={vision} path={path} />
        <Group name="Интервалы" keys={gaps} vision={vision} path={path} />
        <a class="govuk-link" href={visionHref({ theme: vision.theme }, path)}>
          Обычная версия сайта
        </a>
      </div>
    </section>
  )
}

function Group({ name, keys, vision, path }: { name: string; keys: readonly Key[]; vision: VisionSettings; path: string }) {
  return (
    <div class="pl-vision__group">
      <span>{name}</span>
      {keys.map((key) => (
        <a
          class={`pl-vision__key${key.class ? ` pl-vision__key--${key.class}` : ''}`}
          href={visionHref({ ...vision, ...key.set }, path)}
          aria-current={isChosen(key, vision) ? 'true' : undefined}
        >
          {key.label}
          {key.spoken && <span class="govuk-visually-hidden">: {key.spoken}</span>}
        </a>
      ))}
    </div>
  )
}

function isChosen({ set }: Key, vision: VisionSettings): boolean {
  return (Object.keys(set) as (keyof VisionSettings)[]).every((name) => vision[name] === set[name])
}
