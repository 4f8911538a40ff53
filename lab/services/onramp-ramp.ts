import { orderService } from '../onramp-orders/order-service.ts';
import { ramp } from '../onramp-orders/ramp.ts';

export default orderService(ramp);
