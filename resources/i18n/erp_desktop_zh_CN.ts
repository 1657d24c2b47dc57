<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Crash</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续使用</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>知道了</translation>
        </message>
        <message>
            <source>Save report</source>
            <translation>保存报告</translation>
        </message>
        <message>
            <source>Something went wrong in the program</source>
            <translation>程序出错了</translation>
        </message>
        <message>
            <source>That is not possible</source>
            <translation>不能这样做</translation>
        </message>
        <message>
            <source>This is a fault of the program, not yours. Saved documents and drafts are safe.</source>
            <translation>这是程序的错误，不是您的操作问题。已保存的单据和草稿都还在。</translation>
        </message>
    </context>
    <context>
        <name>Dialog</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>Document</name>
        <message>
            <source>Recent</source>
            <translation>最近动作</translation>
        </message>
        <message>
            <source>Related documents</source>
            <translation>相关单据</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>流程</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>明细</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Partner</source>
            <translation>往来单位</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Product code</source>
            <translation>货号</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
    </context>
    <context>
        <name>FirstRun</name>
        <message>
            <source>A gift shop's real sales; nothing there is for keeps.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All but the currency can be changed later.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bring my data from Excel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change name or folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Continue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Currency</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Enter products as you go; the first one takes a minute.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>First things</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Give the shop a name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>How would you like to begin?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Look around in the practice shop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>My shop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name of the shop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New shop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open a shop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open a shop that exists…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open another shop…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open that shop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the shop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Practice shop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Prices contain the tax</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Products, customers and three months of sales. Seconds only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Products, customers, suppliers, stock: looked over first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Restore a backup…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sale prices</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Shops (*.shop);;All files (*)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Skip</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start empty</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The practice shop</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The practice shop is being made</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The shop cannot be opened</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The shop is one file: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The tax comes on top of prices</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Usual tax rate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You can change it later without a restart.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Your shop</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Kind</name>
        <message>
            <source>Bill</source>
            <translation>采购账单</translation>
        </message>
        <message>
            <source>Goods receipt</source>
            <translation>采购入库单</translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation>销售发票</translation>
        </message>
        <message>
            <source>Landed cost</source>
            <translation>采购费用分摊单</translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>期初</translation>
        </message>
        <message>
            <source>Payment in</source>
            <translation>收款单</translation>
        </message>
        <message>
            <source>Payment out</source>
            <translation>付款单</translation>
        </message>
        <message>
            <source>Purchase order</source>
            <translation>采购订单</translation>
        </message>
        <message>
            <source>Purchase return</source>
            <translation>采购退货单</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>报价单</translation>
        </message>
        <message>
            <source>Reversal</source>
            <translation>红冲单</translation>
        </message>
        <message>
            <source>Sales order</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Sales return</source>
            <translation>销售退货单</translation>
        </message>
        <message>
            <source>Stock count</source>
            <translation>盘点单</translation>
        </message>
        <message>
            <source>Stock-out</source>
            <translation>销售出库单</translation>
        </message>
        <message>
            <source>Till sale</source>
            <translation>零售单</translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation>调拨单</translation>
        </message>
        <message>
            <source>Write-off</source>
            <translation>报损单</translation>
        </message>
    </context>
    <context>
        <name>Lines</name>
        <message>
            <source>Enter adds a line: name, code, initials or scan</source>
            <translation>回车加一行：商品名、编码、拼音首字母或扫码</translation>
        </message>
        <message>
            <source>Name, code, initials or scan</source>
            <translation>商品名、编码、拼音首字母或扫码</translation>
        </message>
    </context>
    <context>
        <name>List</name>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Copy as table</source>
            <translation>复制为表格</translation>
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Filter</source>
            <translation>筛选</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>Print</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Saved: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>全选</translation>
        </message>
        <message>
            <source>Totals of what is shown · {0}</source>
            <translation>当前显示合计 · {0}</translation>
        </message>
        <message>
            <source>{0} selected</source>
            <translation>已选 {0} 行</translation>
        </message>
    </context>
    <context>
        <name>Menu</name>
        <message>
            <source>Close tab</source>
            <translation>关闭标签页</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>紧凑</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Fold the rail</source>
            <translation>收起侧栏</translation>
        </message>
        <message>
            <source>Font size</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Go</source>
            <translation>前往</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>高对比度</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Like the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>New shop…</source>
            <translation>新建店铺…</translation>
        </message>
        <message>
            <source>Open shop…</source>
            <translation>打开店铺…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Regular</source>
            <translation>适中</translation>
        </message>
        <message>
            <source>Roomy</source>
            <translation>宽松</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行高</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>工具</translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
    </context>
    <context>
        <name>Refusal</name>
        <message>
            <source>A discount of {discount} is more than the amount of {amount}.</source>
            <translation>优惠 {discount} 超过了金额 {amount}。</translation>
        </message>
        <message>
            <source>From {code} to {code}: choose another place to move to.</source>
            <translation>调出和调入都是 {code}，请另选一个调入仓库。</translation>
        </message>
        <message>
            <source>No customer or supplier has the code “{code}”.</source>
            <translation>没有编码为“{code}”的客户或供应商。</translation>
        </message>
        <message>
            <source>No product has the code “{sku}”. Make it new, or link the code to a product.</source>
            <translation>没有货号或条码为“{sku}”的商品。可以新建商品，或把它关联到已有商品。</translation>
        </message>
        <message>
            <source>No warehouse has the code “{code}”.</source>
            <translation>没有编码为“{code}”的仓库。</translation>
        </message>
        <message>
            <source>Nobody here is called “{name}”.</source>
            <translation>这里没有名叫“{name}”的人。</translation>
        </message>
        <message>
            <source>Somebody else saved {reference} since you opened it. Open it again to see what changed.</source>
            <translation>您打开 {reference} 之后，别人已保存过它。请重新打开，看看改了什么。</translation>
        </message>
        <message>
            <source>The barcode {barcode} already belongs to {sku}.</source>
            <translation>条码 {barcode} 已属于 {sku}。</translation>
        </message>
        <message>
            <source>The books are closed through {through}. Take a later date, or reverse and copy.</source>
            <translation>账已结到 {through}。请改用之后的日期，或红冲并复制。</translation>
        </message>
        <message>
            <source>The code {code} is already in use.</source>
            <translation>编码 {code} 已被使用。</translation>
        </message>
        <message>
            <source>The disk with {path} is full. Nothing was saved; make room and try again.</source>
            <translation>{path} 所在磁盘已满，什么都没有保存。请腾出空间再试。</translation>
        </message>
        <message>
            <source>The file has {count} problems. Nothing was taken in; correct them and try again.</source>
            <translation>文件中有 {count} 处问题，什么都没有导入。请改正后再试。</translation>
        </message>
        <message>
            <source>The line's “{field}” is not right: {detail}.</source>
            <translation>这一行的“{field}”不对：{detail}。</translation>
        </message>
        <message>
            <source>The password of {user} is not right.</source>
            <translation>{user} 的密码不对。</translation>
        </message>
        <message>
            <source>The server {url} does not answer ({detail}).</source>
            <translation>服务器 {url} 没有应答（{detail}）。</translation>
        </message>
        <message>
            <source>There is already a shop at {path}. Choose another name, or open it.</source>
            <translation>{path} 处已有一个店铺。请换个名字，或打开它。</translation>
        </message>
        <message>
            <source>There is no document “{reference}”.</source>
            <translation>没有单据“{reference}”。</translation>
        </message>
        <message>
            <source>There is no shop at {path}.</source>
            <translation>{path} 处没有店铺。</translation>
        </message>
        <message>
            <source>There is nothing on this document yet. Add at least one line.</source>
            <translation>这张单据还是空的，请至少加一行。</translation>
        </message>
        <message>
            <source>{at} is before 1990 or more than a year ahead. Check the date.</source>
            <translation>{at} 早于 1990 年或晚于一年之后，请核对日期。</translation>
        </message>
        <message>
            <source>{at} is before what it answers ({origin}). Take a later date.</source>
            <translation>{at} 早于原单的时间（{origin}），请改用之后的日期。</translation>
        </message>
        <message>
            <source>{due} is due, {paid} was paid. Without a customer the sale must be paid in full.</source>
            <translation>应收 {due}，实收 {paid}。没有选客户时必须付清。</translation>
        </message>
        <message>
            <source>{feature} comes with a later version.</source>
            <translation>{feature}将在以后的版本中提供。</translation>
        </message>
        <message>
            <source>{field} cannot be “{value}”. It is one of: {allowed}.</source>
            <translation>{field}不能是“{value}”，只能是：{allowed}。</translation>
        </message>
        <message>
            <source>{field} is missing.</source>
            <translation>缺少{field}。</translation>
        </message>
        <message>
            <source>{field} must be more than zero, not {value}.</source>
            <translation>{field}必须大于零，不能是 {value}。</translation>
        </message>
        <message>
            <source>{number} has more than {places} decimals. Shorten it.</source>
            <translation>{number} 的小数超过 {places} 位，请改短。</translation>
        </message>
        <message>
            <source>{paid} was paid, only {due} is due. Only cash gives change; take the exact amount, or choose a customer to keep the rest for.</source>
            <translation>实收 {paid}，应收只有 {due}。只有现金可以找零：请按应收金额收款，或选一位客户把余款记为预收。</translation>
        </message>
        <message>
            <source>{path} cannot be read: {detail}.</source>
            <translation>无法读取 {path}：{detail}。</translation>
        </message>
        <message>
            <source>{path} cannot be written. Check the rights of the file and its folder.</source>
            <translation>无法写入 {path}。请检查文件和文件夹的权限。</translation>
        </message>
        <message>
            <source>{path} cannot be written: {detail}.</source>
            <translation>无法写入 {path}：{detail}。</translation>
        </message>
        <message>
            <source>{path} is damaged ({detail}). Restore the latest backup.</source>
            <translation>{path} 已损坏（{detail}）。请恢复最近的备份。</translation>
        </message>
        <message>
            <source>{path} is in use by another program. Close it there and try again.</source>
            <translation>{path} 正被另一个程序使用。请先在那边关闭，再试一次。</translation>
        </message>
        <message>
            <source>{path} is not a shop of this program.</source>
            <translation>{path} 不是本程序的店铺文件。</translation>
        </message>
        <message>
            <source>{path} was written by a newer version ({found}; this program knows {known}). Install the newer version.</source>
            <translation>{path} 由更新的版本写成（{found}，本程序只认识到 {known}）。请安装新版本。</translation>
        </message>
        <message>
            <source>{reference} cannot be reversed while {follower} answers it. Reverse {follower} first.</source>
            <translation>{reference} 之后已有 {follower}，不能直接红冲。请先红冲 {follower}。</translation>
        </message>
        <message>
            <source>{reference} is a {kind} ({state}); it cannot be answered with this.</source>
            <translation>{reference} 是{kind}（{state}），不能这样接着做。</translation>
        </message>
        <message>
            <source>{reference} is {state}, so it cannot become {wanted}.</source>
            <translation>{reference} 的状态是“{state}”，不能变为“{wanted}”。</translation>
        </message>
        <message>
            <source>{reference} was already reversed by {reversal}.</source>
            <translation>{reference} 已由 {reversal} 红冲。</translation>
        </message>
        <message>
            <source>{sku} is a service and has no stock to receive, count or move.</source>
            <translation>{sku} 是服务，没有库存，不能入库、盘点或调拨。</translation>
        </message>
        <message>
            <source>{sku} stands on this count twice. Put the two lines together.</source>
            <translation>{sku} 在这张盘点单上出现了两次，请合并成一行。</translation>
        </message>
        <message>
            <source>{sku}: {wanted} is more than arrived; {outstanding} are left of the receipt.</source>
            <translation>{sku}：{wanted} 超过了到货数量，这张入库单还剩 {outstanding}。</translation>
        </message>
        <message>
            <source>{sku}: {wanted} is more than can come back; {returnable} were sold and not yet returned.</source>
            <translation>{sku}：{wanted} 超过了可退数量，已售未退的是 {returnable}。</translation>
        </message>
        <message>
            <source>{sku}: {wanted} is more than was ordered; {outstanding} still to come.</source>
            <translation>{sku}：{wanted} 超过了订购数量，未入库的是 {outstanding}。</translation>
        </message>
        <message>
            <source>{sku}: {wanted} wanted, only {available} available.</source>
            <translation>{sku}：需要 {wanted}，可用只有 {available}。</translation>
        </message>
        <message>
            <source>{user} may not do this ({right}). Ask somebody who may.</source>
            <translation>{user} 没有这个权限（{right}），请找有权限的人。</translation>
        </message>
        <message>
            <source>“{code}” was turned into a number by a spreadsheet and lost its digits. Format the column as text and fill it in again.</source>
            <translation>“{code}”被表格软件变成了数字，丢了位数。请把这一列设为文本格式后重新填写。</translation>
        </message>
        <message>
            <source>“{text}” is not a date. Type it like 2026-11-21.</source>
            <translation>“{text}”不是日期。请写成 2026-11-21 这样。</translation>
        </message>
        <message>
            <source>“{text}” is not a number. Type digits with at most one point, for example 12.50.</source>
            <translation>“{text}”不是数字。请输入数字，最多一个小数点，例如 12.50。</translation>
        </message>
    </context>
    <context>
        <name>State</name>
        <message>
            <source>Active</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Below zero</source>
            <translation>负库存</translation>
        </message>
        <message>
            <source>Billed</source>
            <translation>已收票</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>已关闭</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>已审核</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>已盘点</translation>
        </message>
        <message>
            <source>Counting</source>
            <translation>盘点中</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Inactive</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Invoiced</source>
            <translation>已开票</translation>
        </message>
        <message>
            <source>Late</source>
            <translation>已迟到</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>库存不足</translation>
        </message>
        <message>
            <source>On hold</source>
            <translation>挂起</translation>
        </message>
        <message>
            <source>On order</source>
            <translation>在途</translation>
        </message>
        <message>
            <source>On sale</source>
            <translation>在售</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未完成</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已结清</translation>
        </message>
        <message>
            <source>Partly paid</source>
            <translation>部分结清</translation>
        </message>
        <message>
            <source>Partly returned</source>
            <translation>部分退货</translation>
        </message>
        <message>
            <source>Partly shipped</source>
            <translation>部分出库</translation>
        </message>
        <message>
            <source>Posted</source>
            <translation>已过账</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>已入库</translation>
        </message>
        <message>
            <source>Receiving</source>
            <translation>收货中</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>已退货</translation>
        </message>
        <message>
            <source>Reversed</source>
            <translation>已冲销</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>已出库</translation>
        </message>
        <message>
            <source>Sold out</source>
            <translation>已售完</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>未结清</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>已作废</translation>
        </message>
    </context>
    <context>
        <name>Table</name>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Advances</source>
            <translation>预收预付</translation>
        </message>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Available</source>
            <translation>可用数量</translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Below zero</source>
            <translation>负库存</translation>
        </message>
        <message>
            <source>Bills</source>
            <translation>账单</translation>
        </message>
        <message>
            <source>Booked</source>
            <translation>记账日期</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>联系人</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Customers</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Document</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Documents</source>
            <translation>单据</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Due</source>
            <translation>到期日</translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation>邮箱</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>预计到货</translation>
        </message>
        <message>
            <source>Faulty rows</source>
            <translation>有问题的行</translation>
        </message>
        <message>
            <source>From or to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Last buying price</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Last document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>库存不足</translation>
        </message>
        <message>
            <source>Margin %</source>
            <translation>毛利率 %</translation>
        </message>
        <message>
            <source>Minimum</source>
            <translation>最低库存</translation>
        </message>
        <message>
            <source>Moves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Not any more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not sold any more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>单号</translation>
        </message>
        <message>
            <source>On hand</source>
            <translation>现存量</translation>
        </message>
        <message>
            <source>On hand after</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On sale</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>未结单据</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Owe us</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Owes us</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>已结金额</translation>
        </message>
        <message>
            <source>Partner</source>
            <translation>往来单位</translation>
        </message>
        <message>
            <source>Partners</source>
            <translation>往来单位</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Price</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Purchases</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>Qty</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Receipts</source>
            <translation>入库单</translation>
        </message>
        <message>
            <source>Received</source>
            <translation>已入库金额</translation>
        </message>
        <message>
            <source>Reference</source>
            <translation>对方单号</translation>
        </message>
        <message>
            <source>Reserved</source>
            <translation>预留数量</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>行</translation>
        </message>
        <message>
            <source>SKU</source>
            <translation>货号</translation>
        </message>
        <message>
            <source>Sale price</source>
            <translation>售价</translation>
        </message>
        <message>
            <source>Sales orders</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Sender's number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Services</source>
            <translation>服务</translation>
        </message>
        <message>
            <source>Sold out</source>
            <translation>已售完</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Stock value</source>
            <translation>库存金额</translation>
        </message>
        <message>
            <source>Stock-outs</source>
            <translation>出库单</translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Suppliers</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Tax %</source>
            <translation>税率 %</translation>
        </message>
        <message>
            <source>Their number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Till sales</source>
            <translation>零售单</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>To bill</source>
            <translation>待收票</translation>
        </message>
        <message>
            <source>To invoice</source>
            <translation>待开票</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>未结金额</translation>
        </message>
        <message>
            <source>To receive</source>
            <translation>待入库</translation>
        </message>
        <message>
            <source>To ship</source>
            <translation>待出库</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Unit cost</source>
            <translation>成本单价</translation>
        </message>
        <message>
            <source>Unpaid</source>
            <translation>未结清</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>We owe</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>below</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>unit</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Till</name>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Card</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cart</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cash</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Enter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Exact {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>F5 finds a customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is called “{0}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>OK</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On account</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take this payment back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Walk-in customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Without customer</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Notices</source>
            <translation>通知</translation>
        </message>
        <message>
            <source>Open pages</source>
            <translation>打开的页面</translation>
        </message>
        <message>
            <source>Search, or type a command</source>
            <translation>搜索商品、单据、客户，或输入命令</translation>
        </message>
    </context>
</TS>
