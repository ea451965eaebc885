import type { Route } from '../../web/route.ts'
import { theSite } from '../sites/site-queries.ts'
import { contracts } from './case.ts'
import { addScan, editContract, endContract, offerContract, signContract, startContract, takeBackContract } from './deeds.ts'
import { contractDocument } from './document.ts'
import { contractList } from './list.tsx'
import { paths } from './paths.ts'
import { contractPage, editPage, siteContractsPage } from './views/pages.tsx'

export const routes: Route[] = [
  ...contractList.routes,
  theSite.page(paths.siteContracts, siteContractsPage, 'contract.view'),
  startContract.route(siteContractsPage),
  contracts.page(paths.contract, contractPage),
  contracts.page(paths.contractEdit, editPage, 'contract.edit'),
  editContract.route(editPage, { offer: offerContract }),
  ...[takeBackContract, signContract, addScan, endContract].map((deed) => deed.route(contractPage)),
  contracts.files(paths.contractFile, ({ one }) => [one.fileId]),
  contracts.papers(paths.contractDocument, contractDocument),
]
