<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Catalogue</name>
        <message>
            <source>= stock value {0} ÷ {1} {2}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add barcode</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All moves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Allow it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Allow it with a warning</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Available</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Barcodes (scan them here)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Barcodes and note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Barcodes and units</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Buying price without tax</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Category</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Choose the products that need a label first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cost</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cost is an estimate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cost of one {0} now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Enter the first one, or bring your list from Excel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Filter by name, code, barcode, initials</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Give it a name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Goods, kept in stock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Holds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Labels</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Last moves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Moves</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name or code</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New product</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No barcode yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No products yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not sold any more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On hand</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On order</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Order more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Overview</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Prices</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Print labels</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Refuse it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reorder below</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reserved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sale price</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sale price with tax</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sale price without tax</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Scan or type a code, then Enter</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sell it again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Selling more than is there</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Service, no stock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sold in 30 days</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stock by warehouse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tax rate</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The product</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Together</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Twelve months</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Unit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Unit cost</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Usual supplier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Value</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Where the cost comes from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>came</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>left at the month's end</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>margin {0}%</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>moving average</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>pcs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>reorder {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>went</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} a day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} orders</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} products are not sold any more</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Count</name>
        <message>
            <source>+{0}, {1} counted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>/ {0} products</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A count of {0} is under way: {1} products counted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Agree</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Blind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Blind: nobody sees what the books say until the count is compared.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Book quantities</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Compare with the books</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Count a warehouse or a category whenever it suits</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Count of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Count thrown away</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Counted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Differ</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Differences</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Discard</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Everything in this warehouse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Filter by number, warehouse, note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Go on counting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Just scanned</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Net</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No counts yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not counted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Post the count</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Post what is counted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Print count sheet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Products</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Progress</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Scan products: each scan counts one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Set the rest to zero</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Shortage</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start a count</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Start counting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stock count</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Surplus</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What shall be counted?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What was scanned last: correct it (F2)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>is no product we know</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>since {0}, the shop may go on selling</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} of {1} counted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} posted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} products</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} products were not counted. Not counted is not zero: they stay as they are.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
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
        <name>Finance</name>
        <message>
            <source>Accounts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Amount</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bank transfer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bills of suppliers stand here until they are paid</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Card</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cash</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cash and bank</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close a period</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Close the books</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Closed through {0}; {1} documents since then.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Documents up to this day can then only be reversed. What is entered for those days later is booked on the first open day.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>From the advance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>How</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Invoices and sales on account stand here until they are paid</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Journal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name, code or phone</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody owes you anything</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is closed yet; {0} documents are posted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pay supplier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Payables</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Receivables</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say how much</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say through which day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Say who it is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The books are closed through {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The oldest documents are settled first; {0} stays open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Their reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Through</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>You owe nobody anything</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} more than is open: it is kept as an advance.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} open in all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} paid to {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} taken from {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1} open</source>
            <translation type="unfinished"></translation>
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
            <source>OK</source>
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
            <source>The backup cannot be restored</source>
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
        <message>
            <source>restored</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Home</name>
        <message>
            <source>All</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Average sale</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Before</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Best sellers, 30 days</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>By day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>By product</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Do first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Everything that was ordered has left.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Friday</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Good afternoon, {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Good evening, {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Good morning, {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Gross profit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Look</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Monday</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Month</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody is late with paying.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is below its minimum.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is on its way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing was sold yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the till</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pick</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Receive the first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Remind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Report</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Running out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sales</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Saturday</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ship the first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stock value</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sunday</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Takings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This week</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Thursday</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To receive</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To ship</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tuesday</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Valuation</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Wednesday</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Week</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Weekly sales</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What to order</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>in two weeks</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>margin</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>order {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>selling for {0} h {1} min</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>than last month by this day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>than last week by this day</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>than last {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} d</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} days late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} is {1} days late</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} orders to ship</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} sales</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1} {2} left</source>
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
            <translation>导出</translation>
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
            <translation>打印</translation>
        </message>
        <message>
            <source>Saved: {0}</source>
            <translation>已保存：{0}</translation>
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
            <source>About ERP Desktop</source>
            <translation>关于 ERP Desktop</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>立即备份</translation>
        </message>
        <message>
            <source>Check the books</source>
            <translation>核对账目</translation>
        </message>
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
            <source>Imports so far</source>
            <translation>导入记录</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>导入…</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
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
        <name>Page</name>
        <message>
            <source>Counts</source>
            <translation>盘点</translation>
        </message>
        <message>
            <source>Customer or supplier</source>
            <translation>客户或供应商</translation>
        </message>
        <message>
            <source>Home</source>
            <translation>首页</translation>
        </message>
        <message>
            <source>Money</source>
            <translation>资金</translation>
        </message>
        <message>
            <source>New partner</source>
            <translation>新建往来单位</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新建商品</translation>
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
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Return</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>Stock documents</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Till</source>
            <translation>收银</translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message>
            <source>58 mm roll</source>
            <translation>58 毫米小票纸</translation>
        </message>
        <message>
            <source>80 mm roll</source>
            <translation>80 毫米小票纸</translation>
        </message>
        <message>
            <source>A4 sheet, 3 × 8</source>
            <translation>A4 标签纸 3 × 8</translation>
        </message>
        <message>
            <source>Bill</source>
            <translation>采购账单</translation>
        </message>
        <message>
            <source>Count sheet</source>
            <translation>盘点单</translation>
        </message>
        <message>
            <source>Credit note</source>
            <translation>红字发票</translation>
        </message>
        <message>
            <source>Customer return</source>
            <translation>销售退货单</translation>
        </message>
        <message>
            <source>Delivery note</source>
            <translation>销售出库单</translation>
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
            <source>Labels</source>
            <translation>条码标签</translation>
        </message>
        <message>
            <source>Purchase order</source>
            <translation>采购订单</translation>
        </message>
        <message>
            <source>Quotation</source>
            <translation>报价单</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>销售小票</translation>
        </message>
        <message>
            <source>Return receipt</source>
            <translation>退货小票</translation>
        </message>
        <message>
            <source>Sales order</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Stock transfer</source>
            <translation>调拨单</translation>
        </message>
        <message>
            <source>Supplier return</source>
            <translation>采购退货单</translation>
        </message>
        <message>
            <source>With prices</source>
            <translation>含价格</translation>
        </message>
        <message>
            <source>Without prices</source>
            <translation>不含价格</translation>
        </message>
        <message>
            <source>Write-off</source>
            <translation>报损单</translation>
        </message>
        <message>
            <source>{0} mm</source>
            <translation>{0} 毫米</translation>
        </message>
    </context>
    <context>
        <name>Partners</name>
        <message>
            <source>A till sale needs none; an order does</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Advances</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Contact</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Customer and supplier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Documents</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due after</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>E-mail</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Filter by name, code, phone, initials</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>For papers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Give it a name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New partner</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No customers or suppliers yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Not any more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open items</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Owes us</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pay supplier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tax number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Terms</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Trade again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Turnover in 12 months</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>We owe</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who it is</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>days</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} days</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Printing</name>
        <message>
            <source>1 to {0}</source>
            <translation>1 到 {0}</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>份数</translation>
        </message>
        <message>
            <source>PDF file</source>
            <translation>PDF 文件</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>纸张</translation>
        </message>
        <message>
            <source>Print</source>
            <translation>打印</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>另存为 PDF</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>另存为 PDF…</translation>
        </message>
        <message>
            <source>The first {0} of {1} pages are shown; all are printed.</source>
            <translation>预览前 {0} 页，共 {1} 页；打印时全部打印。</translation>
        </message>
        <message>
            <source>{0} did not take the paper. Check that it is switched on and connected.</source>
            <translation>{0} 没有响应，请检查打印机是否开机并已连接。</translation>
        </message>
        <message>
            <source>{0}: printed on {1}.</source>
            <translation>{0}：已由 {1} 打印。</translation>
        </message>
        <message>
            <source>{0}: saved as {1}.</source>
            <translation>{0}：已保存为 {1}。</translation>
        </message>
    </context>
    <context>
        <name>Reason</name>
        <message>
            <source>Damaged</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Expired</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Given away</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lost or stolen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sample or own use</source>
            <translation type="unfinished"></translation>
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
        <name>Stock</name>
        <message>
            <source>+{0}, {1} so far</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All warehouses</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Assembling</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Available</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back room</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Count difference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Discard</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Documents</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Draft thrown away</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Enter opening stock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Filter by document, kind, warehouse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Filter by name, code, category</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Filter by number, reason, warehouse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Goods moved between warehouses, or written off, stand here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In transit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lines</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New transfer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New write-off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>No stock documents yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing in stock yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing is called “{0}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On hand</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On order</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>One more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open the product</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Opening stock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pieces</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Product</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Receive goods, or enter what was on the shelves at the start</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reserved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Scan: each scan is one more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Stock value</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take into stock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Unit cost</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Warehouses</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Worth about</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Write off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Written off</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>is no product in stock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} posted</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Table</name>
        <message>
            <source>Account</source>
            <translation>科目</translation>
        </message>
        <message>
            <source>Account name</source>
            <translation>科目名称</translation>
        </message>
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
            <source>All open</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>Arrived</source>
            <translation>已到货</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>可用数量</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>余额</translation>
        </message>
        <message>
            <source>Bank</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Barcode</source>
            <translation>条码</translation>
        </message>
        <message>
            <source>Below minimum</source>
            <translation>低于最低库存</translation>
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
            <source>Bills</source>
            <translation>账单</translation>
        </message>
        <message>
            <source>Book</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Booked</source>
            <translation>记账日期</translation>
        </message>
        <message>
            <source>By</source>
            <translation>经手人</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>已退</translation>
        </message>
        <message>
            <source>Card</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cash</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cash and bank</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Category</source>
            <translation>分类</translation>
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>期末余额</translation>
        </message>
        <message>
            <source>Closing quantity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Closing value</source>
            <translation type="unfinished"></translation>
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
            <source>Cost of sales</source>
            <translation>销售成本</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>盘点时间</translation>
        </message>
        <message>
            <source>Counted at</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Credit</source>
            <translation>贷方</translation>
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
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Days overdue</source>
            <translation>逾期天数</translation>
        </message>
        <message>
            <source>Debit</source>
            <translation>借方</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Different</source>
            <translation>有差异</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>优惠</translation>
        </message>
        <message>
            <source>Discount %</source>
            <translation>折扣 %</translation>
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
            <source>Entry</source>
            <translation>凭证号</translation>
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
            <source>Forecast</source>
            <translation>预计库存</translation>
        </message>
        <message>
            <source>From or to</source>
            <translation>来往</translation>
        </message>
        <message>
            <source>Gross profit</source>
            <translation>毛利</translation>
        </message>
        <message>
            <source>In</source>
            <translation>收进</translation>
        </message>
        <message>
            <source>Invoiced</source>
            <translation>已开票</translation>
        </message>
        <message>
            <source>Invoices</source>
            <translation>发票</translation>
        </message>
        <message>
            <source>Is</source>
            <translation>身份</translation>
        </message>
        <message>
            <source>Item</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Journal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Last buying price</source>
            <translation>最近进价</translation>
        </message>
        <message>
            <source>Last cost</source>
            <translation>最近成本</translation>
        </message>
        <message>
            <source>Last document</source>
            <translation>最近单据</translation>
        </message>
        <message>
            <source>Last price</source>
            <translation>最近单价</translation>
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Left here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Lines</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Low</source>
            <translation>库存不足</translation>
        </message>
        <message>
            <source>Margin</source>
            <translation>毛利</translation>
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
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Moves</source>
            <translation>库存流水</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>不含税金额</translation>
        </message>
        <message>
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Not any more</source>
            <translation>已停用</translation>
        </message>
        <message>
            <source>Not sold any more</source>
            <translation>已停售</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>现在</translation>
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
            <translation>结存数量</translation>
        </message>
        <message>
            <source>On hand here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On hand there</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>On order</source>
            <translation>在途数量</translation>
        </message>
        <message>
            <source>On sale</source>
            <translation>在售</translation>
        </message>
        <message>
            <source>One side</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open</source>
            <translation>未结金额</translation>
        </message>
        <message>
            <source>Open items</source>
            <translation>未结单据</translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>期初余额</translation>
        </message>
        <message>
            <source>Opening quantity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Opening stock</source>
            <translation>期初库存</translation>
        </message>
        <message>
            <source>Opening value</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ordered</source>
            <translation>订购数量</translation>
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Other side</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Out</source>
            <translation>付出</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>已逾期</translation>
        </message>
        <message>
            <source>Owe us</source>
            <translation>欠我方款</translation>
        </message>
        <message>
            <source>Owes us</source>
            <translation>应收款</translation>
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
            <translation>单价</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>商品</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Purchases</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>Qty</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Quantity in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quantity out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
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
            <source>Refund</source>
            <translation>退款</translation>
        </message>
        <message>
            <source>Reserved</source>
            <translation>预留数量</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>已退数量</translation>
        </message>
        <message>
            <source>Returns</source>
            <translation>退货</translation>
        </message>
        <message>
            <source>Returns now</source>
            <translation>本次退货</translation>
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
            <source>Sales</source>
            <translation>销售</translation>
        </message>
        <message>
            <source>Sales orders</source>
            <translation>销售订单</translation>
        </message>
        <message>
            <source>Sender's number</source>
            <translation>来源单号</translation>
        </message>
        <message>
            <source>Sent back</source>
            <translation>已退回</translation>
        </message>
        <message>
            <source>Services</source>
            <translation>服务</translation>
        </message>
        <message>
            <source>Shipped</source>
            <translation>已出库数量</translation>
        </message>
        <message>
            <source>Shortage</source>
            <translation>盘亏</translation>
        </message>
        <message>
            <source>Sold</source>
            <translation>已售</translation>
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
            <source>Stock</source>
            <translation>库存</translation>
        </message>
        <message>
            <source>Stock counts</source>
            <translation>盘点单</translation>
        </message>
        <message>
            <source>Stock documents</source>
            <translation>库存单据</translation>
        </message>
        <message>
            <source>Stock ledger</source>
            <translation>库存台账</translation>
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
            <source>Suggested</source>
            <translation>建议数量</translation>
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
            <source>Surplus</source>
            <translation>盘盈</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税额</translation>
        </message>
        <message>
            <source>Tax %</source>
            <translation>税率 %</translation>
        </message>
        <message>
            <source>Their number</source>
            <translation>对方单号</translation>
        </message>
        <message>
            <source>Tie-out</source>
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
            <source>To warehouse</source>
            <translation>调入仓库</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Transfers</source>
            <translation>调拨单</translation>
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
            <source>Value in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Value out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation>仓库</translation>
        </message>
        <message>
            <source>Warehouse code</source>
            <translation>仓库编码</translation>
        </message>
        <message>
            <source>We owe</source>
            <translation>应付款</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事由</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Write-offs</source>
            <translation>报损单</translation>
        </message>
        <message>
            <source>below</source>
            <translation>下行</translation>
        </message>
        <message>
            <source>sku</source>
            <translation>货号</translation>
        </message>
        <message>
            <source>unit</source>
            <translation>单位</translation>
        </message>
    </context>
    <context>
        <name>Till</name>
        <message>
            <source>1 item</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>1 line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>10% or 1.50</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>A name, a code or initials will do as well.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Account</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All of it</source>
            <translation type="unfinished"></translation>
        </message>
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
            <source>Change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Credit {0} {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Discount</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Discounts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Empty for the last one</source>
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
            <source>Finish, nothing to pay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Give {0} back by {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Give {0} {1} back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Held {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Hold cart</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Link to a product</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Money goes back by</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More was paid than is due</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name, code or initials</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Name, code, phone or initials</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New cart</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New product</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nobody knows the code “{0}”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Nothing in the cart yet</source>
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
            <source>Only cash gives change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Paid</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Price</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Price of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put {0} on account</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Put {0} on account, {2} still to pay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quantity of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Quick items</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Refund</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reprint</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Resume</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Resume {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Return</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Return of {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Return: receipt number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Scan the first product</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Scan what came back: each scan counts one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Scan, or type a name, code or initials</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sell {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sold {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Sold {0}, change {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Still to pay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take back {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take it out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take this payment back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take {0} {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take {0} {1}, give {3} change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take {0} {1}, {2} still to pay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tax</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tax included</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tax {0}%</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tax {0}% included</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This cart</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>This line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Total</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Transfer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Walk-in customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>What was wrong with it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Whole cart</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Without customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>below zero: {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>is not on this receipt, or all of it came back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>owes {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} belongs to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} come back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} given</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} items</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} lines</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} printed again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} taken out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} · {1} on hand</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, held {1} min</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1} given back</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Trade</name>
        <message>
            <source>+{0}, {1} of {2}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Accept</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add it as well</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Add to the cost</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>All that is open, the oldest first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Amount</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Back to the document</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bank transfer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Bill all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>By</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Card</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Cash</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Change it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Confirm</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Customer's number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Date</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Discount included</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Due on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Enter bill</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Expected on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Fill it in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Find by name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>For</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Freight and other costs of the goods</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>From the advance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In proportion to the amounts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>In proportion to the quantities</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Invoice</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Invoice all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Keep mine as a copy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Leave it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Net amount</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>New product</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Open {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Order more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Other</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Paid to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Pay {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Payment from {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Print</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Print (Ctrl+P)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Promised for</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Receive</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Receive all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Receive the rest</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reference</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reverse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Reverse {0}?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Scan what arrives: every scan adds one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Scan what comes back: every scan adds one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Scan what goes back: every scan adds one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Scan what leaves: every scan adds one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send all back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Send back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Settles it in full.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Shared</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ship</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ship all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Ship the rest</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Show theirs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Supplier</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Supplier's number</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take all</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take all back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Take payment</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Tax {0}%</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The document stays and is answered by a reversal: stock and books are as if it had not been.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>The rest as a gift</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Total</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Use today</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Warehouse</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Who is paid for it; empty when it was paid elsewhere</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Whole discount</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Without the discount</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>Worth</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>complete</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>extra</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>last {0}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>next</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>now {0} {1}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} drafted</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} is not on this document.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} more than is due: kept as an advance of {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} more than is due: kept as an advance to {1}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} over</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} short</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0} stays open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}% done</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}, {1} papers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <source>{0}: {1} {4} are on the paper, with these it is {2}: {3} over.</source>
            <translation type="unfinished"></translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Books balance</source>
            <translation>账实相符</translation>
        </message>
        <message>
            <source>Books differ in {0} places</source>
            <translation>账目有 {0} 处不符</translation>
        </message>
        <message>
            <source>Books not checked yet</source>
            <translation>账目尚未核对</translation>
        </message>
        <message>
            <source>Make my own shop</source>
            <translation>建立自己的店铺</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>New product</source>
            <translation>新建商品</translation>
        </message>
        <message>
            <source>No product has the code {0}</source>
            <translation>没有编码为 {0} 的商品</translation>
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
            <source>Practice shop: try anything, nothing here is for keeps</source>
            <translation>练习店铺：随便试，这里什么都不作数</translation>
        </message>
        <message>
            <source>Search, or type a command</source>
            <translation>搜索商品、单据、客户，或输入命令</translation>
        </message>
        <message>
            <source>{0} · this computer</source>
            <translation>{0} · 本机</translation>
        </message>
    </context>
</TS>
