import { nb, RowList, StateTag, SummaryList, TextLink } from '../../../../ui/content.ts'
import { Sheet } from '../../../../ui/frame.ts'
import { paths } from '../../../../web/paths.ts'
import { BasisLink } from '../../../regulation/clause-links.tsx'
import type { OfferedHead } from '../../head-queries.ts'

type HeadRightProps = { territory: string; application: string; head: OfferedHead | null; mayEdit: boolean }

/** Whether the one who is named may head the site: what the registers know, what is missing, where it is put right. (C-41) */
export function HeadRight({ territory, application, head, mayEdit }: HeadRightProps) {
  const choose = paths.applicationHead({ territory, application })
  if (head === null)
    return (
      <Sheet title="Руководитель площадки">
        <p>Руководитель ещё не назван.</p>
        {mayEdit && (
          <p>
            <TextLink href={choose}>Назвать руководителя</TextLink>
          </p>
        )}
      </Sheet>
    )
  const { verdict } = head
  const known = [
    { key: 'Кто', value: head.name },
    { key: 'Должность', value: head.post || 'в реестре нет' },
    { key: 'Категория', value: head.category ?? 'в реестре нет' },
    { key: 'Достижения', value: head.achievements.length > 0 ? head.achievements.join('; ') : 'в реестре нет' },
  ]
  const clause = verdict.basis && <BasisLink territory={territory} basis={verdict.basis} />
  return (
    <Sheet title="Руководитель площадки" aside={clause}>
      <SummaryList rows={known} />
      {verdict.ok ? (
        <p>
          <StateTag tone="ok" word="Может руководить площадкой" />
        </p>
      ) : (
        <>
          <p>
            <StateTag tone="late" word="Пока не может руководить площадкой" />
          </p>
          <RowList rows={verdict.missing.map((text) => nb(text))} />
        </>
      )}
      <p>
        Сведения берутся из реестра людей. <TextLink href={paths.person({ territory, person: head.id })}>Дополнить их</TextLink>
        {mayEdit && (
          <>
            {' или '}
            <TextLink href={choose}>назвать другого руководителя</TextLink>
          </>
        )}
      </p>
    </Sheet>
  )
}
