/**
 * What a seller's registration can become. A withdrawn seller who registers again is reopened; a removed one comes
 * back only by reinstatement. ตัวอย่าง: รออนุมัติ → ใช้งาน → ถอนตัว → ใช้งาน
 */
export const sellerStatuses = ['pending', 'active', 'rejected', 'withdrawn', 'removed', 'erased'] as const;
export type SellerStatus = (typeof sellerStatuses)[number];

export type SellerStep = 'approval' | 'rejection' | 'withdrawal' | 'reopening' | 'removal' | 'reinstatement';

/** Every step there is: from where, to where. */
export const sellerSteps: Readonly<Record<SellerStep, { from: readonly SellerStatus[]; to: SellerStatus }>> =
  {
    approval: { from: ['pending'], to: 'active' },
    rejection: { from: ['pending'], to: 'rejected' },
    withdrawal: { from: ['pending', 'active'], to: 'withdrawn' },
    reopening: { from: ['withdrawn'], to: 'active' },
    removal: { from: ['active', 'withdrawn'], to: 'removed' },
    reinstatement: { from: ['removed'], to: 'active' },
  };

export const canTake = (status: SellerStatus, step: SellerStep): boolean =>
  sellerSteps[step].from.includes(status);
