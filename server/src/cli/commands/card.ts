import type { Command } from 'commander';
import { stripeNet } from '../../channels/index.ts';
import { saveCardKeys, stopCards, tryCardAccount, viewCardAccount } from '../../jobs/index.ts';
import { publicNames } from '../../public-names.ts';
import { loadCompany } from '../../store/index.ts';
import { type Installation, oneCompany, withInstallation } from '../context.ts';
import { print, printJson } from '../output.ts';

export function addCard(program: Command): void {
  const card = program.command('card').description('le paiement par carte sur la page de vos clients (Stripe)');
  card
    .command('set')
    .description(
      'enregistre les clés, lues dans les variables ACQUIT_STRIPE_KEY (sk_… ou rk_…) et ACQUIT_STRIPE_WEBHOOK_SECRET (whsec_…)',
    )
    .addHelpText(
      'after',
      '\nExemple :\n  ACQUIT_STRIPE_KEY=sk_live_… ACQUIT_STRIPE_WEBHOOK_SECRET=whsec_… acquit card set',
    )
    .action((_options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId } = installation;
        const { companyId } = await oneCompany(installation);
        const refusal = await store.inTenant(tenantId, (tx) =>
          saveCardKeys(tx, store.secrets, {
            companyId,
            secretKey: process.env.ACQUIT_STRIPE_KEY,
            webhookSecret: process.env.ACQUIT_STRIPE_WEBHOOK_SECRET,
            actor: 'cli',
          }),
        );
        if (refusal === null) return tell(installation, companyId);
        process.exitCode = 1;
        if (installation.json) printJson({ refusal });
        else print(refusal.message);
      }),
    );
  card
    .command('test')
    .description('demande à Stripe s’il reconnaît la clé ; rien n’y est créé')
    .action((_options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId, json, texts } = installation;
        const { companyId } = await oneCompany(installation);
        const tried = (await tryCardAccount(store, stripeNet(), { tenantId, companyId })) ?? {
          ok: false,
          message: texts.cardNotSet,
        };
        if (!tried.ok) process.exitCode = 1;
        if (json) printJson(tried);
        else print(tried.message);
      }),
    );
  card
    .command('off')
    .description('ne propose plus la carte ; ce qui est en cours est encore suivi')
    .action((_options: object, command: Command) =>
      withInstallation(command, async (installation) => {
        const { store, tenantId } = installation;
        const { companyId } = await oneCompany(installation);
        await store.inTenant(tenantId, (tx) => stopCards(tx, companyId, 'cli'));
        await tell(installation, companyId);
      }),
    );
}

/** Says where the card stands: offered or not and why, the key's mode, and the address that Stripe has to call. */
async function tell({ store, tenantId, json, texts }: Installation, companyId: string): Promise<void> {
  const { portalUrl } = publicNames();
  const view = await store.inTenant(tenantId, async (tx) => {
    const { mode, settings } = (await loadCompany(tx, companyId))!;
    return viewCardAccount(tx, store.secrets, { companyId, mode, pageOpen: settings.portal.enabled, portalUrl });
  });
  if (json) return printJson(view);
  print(texts.cardSaved(view.keyMode, view.whyNot));
  if (view.webhookUrl !== null) print(texts.cardWebhook(view.webhookUrl));
}
