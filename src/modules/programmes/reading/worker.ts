import { parentPort, workerData } from 'node:worker_threads'
import { readDocx } from './read-docx.ts'

parentPort?.postMessage(readDocx(workerData as Uint8Array))
