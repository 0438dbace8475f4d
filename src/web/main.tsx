import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { OfflineError, RefusedError } from './api.ts'
import { LanguageProvider, prepareLanguage, storedLanguage } from './language.tsx'
import { makeRouter } from './router.tsx'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal is an answer, and a silent server is asked by the connection, not by each read.
      retry: (count, error) => !(error instanceof RefusedError) && !(error instanceof OfflineError) && count < 2,
      networkMode: 'online',
      refetchOnReconnect: 'always',
    },
    // Steps are never sent later behind the person's back.
    mutations: { networkMode: 'always', retry: false },
  },
})
const router = makeRouter(client)

await prepareLanguage(storedLanguage()).catch(() => undefined)
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
