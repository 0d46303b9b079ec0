// Who moves first: the applications that hold the certificate by hand, or the ring.
import { Radio } from '@mantine/core';
import { PLAN_ORDERS, type PlanOrder } from '../../../shared/domain/plan/plan.ts';
import { words } from '../../text/words.ts';
import '../../tenants/components/tenant-fields.css';
import './plan-order-choice.css';

interface PlanOrderChoiceProps {
  order: PlanOrder;
  onChange: (order: PlanOrder) => void;
}

export function PlanOrderChoice({ order, onChange }: PlanOrderChoiceProps) {
  return (
    <Radio.Group
      label={words.plan.whoFirst}
      value={order}
      onChange={(value) => onChange(PLAN_ORDERS.find((known) => known === value) ?? order)}
    >
      <div className="choice-cards plan-orders">
        {PLAN_ORDERS.map((value) => (
          <Radio.Card key={value} value={value} className="choice-card">
            <Radio.Indicator />
            <span>
              <span className="choice-card-name">{words.shared.planOrder[value].title}</span>
              <span className="choice-card-text">{words.shared.planOrder[value].note}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
