import { SummaryList } from './summary-list.tsx'

type AlikeProps = { question: string; typed: string; alike: readonly { readonly label: string; readonly href: string }[] }

/** What is typed beside what the register holds already: is it the same one? */
export function Alike({ question, typed, alike }: AlikeProps) {
  return (
    <>
      <p class="govuk-body">{question}</p>
      <SummaryList
        rows={[
          { key: 'Вы пишете', value: typed },
          {
            key: 'Уже есть в реестре',
            value: (
              <ul class="govuk-list">
                {alike.map(({ label, href }) => (
                  <li>
                    <a class="govuk-link" href={href}>
                      {label}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </>
  )
}
