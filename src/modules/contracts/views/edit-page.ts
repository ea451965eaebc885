import { deedPage } from '../../../kit/deed-page.tsx'
import { contracts } from '../case.ts'
import { editContract } from '../deeds/write.ts'
import { paths } from '../paths.ts'
import { contractTitle } from '../texts.ts'

/** The text of a contract that is being prepared. */
export const editPage = deedPage(contracts, editContract, {
  section: 'sites',
  title: 'Текст договора',
  more: ({ site }) => site.name,
  way: ({ territory }, { one, site }) => [
    { href: paths.siteContracts({ territory: territory.code, site: site.id }), label: `Договоры: ${site.name}` },
    { href: paths.contract({ territory: territory.code, contract: one.id }), label: contractTitle(one.number) },
  ],
  outcome: 'Договор не сохранён',
  changed: 'договор изменил другой человек',
  buttons: { offer: 'Сохранить и отправить на подпись', save: 'Сохранить' },
  leave: 'Не сохранять',
})
