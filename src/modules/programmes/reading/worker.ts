import { parentPort } from 'node:worker_threads'
import { newId } from '../../../kernel/ids.ts'
import { type SentApart, sortFile } from './sort-file.ts'

parentPort?.once('message', ({ bytes, own }: SentApart) => parentPort?.postMessage(sortFile(bytes, newId, own)))
parentPort?.postMessage('ready')
