using Microsoft.Playwright;
using SaleAuto.Staff;
using static Microsoft.Playwright.Assertions;
using static SaleAuto.Visitor;

namespace SaleAuto.Admin;

/// <summary>Lists of resources, as managers and owners work with them.</summary>
[Collection(nameof(RecordsCollection))]
public class Lists_Tests(BrowserFixture browser, DemoHost demo) : IClassFixture<DemoHost>
{
    public static TheoryData<bool, bool> Windows { get; } = new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Should_Be_Usable_By_Everybody_On_Phone_And_Desktop(bool desktop, bool dark)
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/leads", new Window { Desktop = desktop, Dark = dark });
        var page = owner.Page;

        await owner.LookAsync("leads");
        await page.ClickAsync("[popovertarget=filter-status]");
        await Expect(page.Locator("#filter-status form")).ToBeVisibleAsync();
        await owner.LookAsync("filter");
        await page.GotoAsync("/admin/leads?as=board");
        await owner.LookAsync("board");
        await page.GotoAsync("/admin/cars?as=gallery");
        await owner.LookAsync("gallery");
        await page.GotoAsync("/admin/deals?as=calendar");
        await Expect(page.Locator("sa-calendar").GetByText("D-0000").First).ToBeVisibleAsync();
        await owner.LookAsync("calendar");
        await page.GotoAsync("/admin/leads?q=нетакого");
        await Expect(page.Locator(".empty-state")).ToBeVisibleAsync();
        await owner.LookAsync("nothing-found");
        owner.ShouldHaveStayedHome();
    }

    [Fact]
    public async Task Should_Keep_The_Place_In_The_Address()
    {
        await using var manager = await browser.OpenAdminAsync(demo, "manager", "/admin/leads");
        var page = manager.Page;

        await page.ClickAsync("[popovertarget=filter-status]");
        await page.CheckAsync("#filter-status input[value=InWork]");
        await page.ClickAsync("#filter-status .btn-primary");
        await page.WaitForURLAsync("**filter=status.in.(InWork)**".Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal), Reached);
        await Expect(page.Locator(".pill--on")).ToContainTextAsync("В работе");
        var narrowed = await Rows(page).CountAsync();
        await page.ClickAsync("#sort-creationTime");
        await page.WaitForURLAsync("**sort=creationTime**", Reached);
        await page.ReloadAsync();
        await Expect(page.Locator("th[aria-sort=ascending]")).ToHaveAttributeAsync("data-field", "creationTime");
        await Expect(Rows(page)).ToHaveCountAsync(narrowed);
        await page.GoBackAsync();
        await Expect(page.Locator("th[aria-sort=ascending]")).ToHaveCountAsync(0);
        await Expect(page.Locator(".pill--on")).ToContainTextAsync("В работе");
        await page.FillAsync("#grid-q", "нетакого");
        await Expect(page.Locator(".empty-state")).ToContainTextAsync("нетакого");
        await page.GetByRole(AriaRole.Link, new() { Name = "Показать всё" }).ClickAsync();
        await Expect(page.Locator(".pill--on")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Should_Put_Conditions_Together()
    {
        await using var manager = await browser.OpenAdminAsync(demo, "manager", "/admin/leads");
        var page = manager.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Сложный отбор" }).ClickAsync();
        await page.ClickAsync("#builder [data-draft='group:']");
        await page.SelectOptionAsync(".builder__nested select[name='0.0.field']", "kind");
        await Expect(page.Locator(".builder__nested select[name='0.0.value']")).ToBeAttachedAsync();
        await page.ClickAsync(".builder__nested [data-draft='add:0.']");
        await Expect(page.Locator(".builder__nested .builder__line")).ToHaveCountAsync(2);
        await page.ClickAsync("#builder .btn-primary");

        await Expect(page.Locator("#drawer")).Not.ToHaveAttributeAsync("open", "");
        await Expect(page.Locator(".pill--on")).ToContainTextAsync(" или ");
    }

    [Fact]
    public async Task Should_Save_A_View_And_Open_With_It()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/deals?sort=startsAt");
        var page = owner.Page;

        await page.ClickAsync("[popovertarget=view-menu]");
        await page.GetByText("Сохранить как вид…").ClickAsync();
        await page.FillAsync("#view-name", "По номеру");
        await page.SelectOptionAsync("#view-audience", "Role:manager");
        await page.CheckAsync("#dialog input[name=default]");
        await page.ClickAsync("#dialog .btn-primary");
        await Expect(page.Locator(".view-tab[aria-current]")).ToContainTextAsync("По номеру");

        await using var manager = await browser.OpenAdminAsync(demo, "manager", "/admin/deals");
        await Expect(manager.Page.Locator(".view-tab[aria-current]")).ToContainTextAsync("По номеру");
        await Expect(manager.Page.Locator("th[aria-sort=ascending]")).ToHaveAttributeAsync("data-field", "startsAt");
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = "Все", Exact = true }).ClickAsync();
        await Expect(manager.Page.Locator(".view-tab[aria-current]")).ToContainTextAsync("Все");
    }

    [Fact]
    public async Task Should_Remember_The_Chosen_Columns()
    {
        await using var manager = await browser.OpenAdminAsync(demo, "manager2", "/admin/leads");
        var page = manager.Page;

        await page.GetByRole(AriaRole.Button, new() { Name = "Столбцы", Exact = true }).ClickAsync();
        await page.UncheckAsync("#drawer input[value=name]");
        await page.CheckAsync("#drawer input[value=mileageKm]");
        await page.ClickAsync("#drawer .btn-primary");
        await Expect(page.Locator("th[data-field=name]")).ToHaveCountAsync(0);
        await page.ReloadAsync();

        await Expect(page.Locator("th[data-field=mileageKm]")).ToBeVisibleAsync();
        await Expect(page.Locator("th[data-field=name]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Should_Edit_A_Cell_And_Say_What_Is_Wrong_Beside_It()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/cars");
        var cell = owner.Page.Locator("td[data-cell$='/cell/mileageKm']").First;
        var before = await cell.TextContentAsync();

        await cell.FocusAsync();
        await cell.PressAsync("Enter");
        await owner.Page.FillAsync("#cell-input", "99999999");
        await owner.Page.PressAsync("#cell-input", "Enter");
        await Expect(owner.Page.Locator("#cell-error")).ToBeVisibleAsync();
        await owner.Page.PressAsync("#cell-input", "Escape");
        await Expect(cell).ToHaveTextAsync(before!);
        await cell.ClickAsync();
        await owner.Page.FillAsync("#cell-input", "123 456");
        await owner.Page.PressAsync("#cell-input", "Enter");

        await Expect(cell).ToHaveTextAsync("123\u00A0456");
    }

    [Fact]
    public async Task Should_Change_Many_Rows_And_Take_It_Back()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/cars?sort=number");
        var page = owner.Page;
        var years = page.Locator("td[data-label='Год']");
        var before = await years.AllTextContentsAsync();

        await page.Locator("input[name=ids]").Nth(0).CheckAsync();
        await page.Locator("input[name=ids]").Nth(2).ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Expect(page.Locator(".bulk__count")).ToContainTextAsync("3");
        await page.Locator("#bulk").GetByRole(AriaRole.Button, new() { Name = "Изменить" }).ClickAsync();
        await Expect(page.Locator("#bulk-field")).ToHaveValueAsync("year");
        await page.FillAsync("#bulk-year", "2003");
        await page.ClickAsync("#dialog .btn-primary");
        await Expect(years.Nth(2)).ToHaveTextAsync("2003");
        await page.ClickAsync(".toast-card__action");

        await Expect(years).ToHaveTextAsync(before);
    }

    [Fact]
    public async Task Should_Show_What_Was_Changed_While_The_List_Was_Being_Read()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/cars?sort=number");
        var page = owner.Page;
        var (isRead, mayArrive) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/admin/cars", async route =>
        {
            if (!isRead.TrySetResult())
            {
                await route.ContinueAsync();
                return;
            }
            var old = await route.FetchAsync();
            await mayArrive.Task;
            await route.FulfillAsync(new() { Response = old });
        });

        await page.EvaluateAsync("htmx.trigger('#grid', 'grid-reload')");
        await isRead.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await page.Locator("input[name=ids]").Nth(0).CheckAsync();
        await page.Locator("#bulk").GetByRole(AriaRole.Button, new() { Name = "Изменить" }).ClickAsync();
        await page.SelectOptionAsync("#bulk-field", "mileageKm");
        await page.FillAsync("#bulk-mileageKm", "77001");
        await page.ClickAsync("#dialog .btn-primary");
        await Expect(page.Locator(".toast-card__action")).ToBeVisibleAsync();
        mayArrive.SetResult();

        await Expect(page.Locator("td[data-cell$='/cell/mileageKm']").First).ToHaveTextAsync("77\u00A0001");
    }

    [Fact]
    public async Task Should_Move_A_Card_By_Its_Action_And_Explain_A_Refusal()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/cars?as=board");
        var page = owner.Page;
        ILocator Cards(string state) => page.Locator($".board__cards[data-state={state}] .card-item");
        var (acquired, ready) = (await Cards("Acquired").CountAsync(), await Cards("Ready").CountAsync());

        await Cards("Acquired").First.GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator(".menu:popover-open").GetByText("Перевести: Готов к продаже").ClickAsync();
        await Expect(Cards("Ready")).ToHaveCountAsync(ready + 1);
        await Expect(Cards("Acquired")).ToHaveCountAsync(acquired - 1);

        await Cards("Reserved").First.GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator(".menu:popover-open").GetByText("Перевести: Восстановление").ClickAsync();
        await Expect(page.Locator(".toast-card--danger")).ToBeVisibleAsync();
        await Expect(Cards("Reserved")).Not.ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Should_Show_What_Others_Change()
    {
        await using var owner = await browser.OpenAdminAsync(demo, "owner", "/admin/cars");
        await using var seller = await browser.OpenAdminAsync(demo, "seller", "/admin/cars");
        ILocator Mileage(IPage page) => page.Locator("tr", new() { HasText = "A-000004" }).Locator("td[data-label='Пробег, км']");

        await Mileage(seller.Page).ClickAsync();
        await seller.Page.FillAsync("#cell-input", "182001");
        await seller.Page.PressAsync("#cell-input", "Enter");

        await Expect(Mileage(owner.Page)).ToHaveTextAsync("182\u00A0001");
    }

    [Fact]
    public async Task Should_Find_Everywhere_What_The_Person_May_See()
    {
        await using var manager = await browser.OpenAdminAsync(demo, "manager", "/admin/leads");
        var page = manager.Page;

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("L-000024");
        await Expect(page.Locator("#find-results")).ToContainTextAsync("L-000024");
        await page.FillAsync("#find", "8 (900) 000-00-16");
        await Expect(page.Locator("#find-results")).ToContainTextAsync("L-000024");

        await using var seller = await browser.OpenAdminAsync(demo, "seller", "/admin/cars");
        await seller.Page.FillAsync("#find", "8 (900) 000-00-16");
        await Expect(seller.Page.Locator("#find-results")).ToContainTextAsync("ничего нет");
        (await seller.Page.GotoAsync("/admin/leads"))!.Status.ShouldBe(403);
    }

    [Fact]
    public async Task Should_Lead_To_The_Sign_In_When_The_Session_Is_Over()
    {
        await using var manager = await browser.OpenAdminAsync(demo, "manager", "/admin/leads");
        var page = manager.Page;

        await page.Context.ClearCookiesAsync();
        await page.ClickAsync("#sort-creationTime");

        await Expect(page.Locator("input[name=userName]")).ToBeVisibleAsync();
    }

    private static ILocator Rows(IPage page) => page.Locator("#grid tbody tr");
}
