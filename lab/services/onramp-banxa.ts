import { banxa } from '../onramp-orders/banxa.ts';
import { orderService } from '../onramp-orders/order-service.ts';

export default orderService(banxa);
