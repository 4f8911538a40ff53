import { mercuryo } from '../onramp-orders/mercuryo.ts';
import { orderService } from '../onramp-orders/order-service.ts';

export default orderService(mercuryo);
