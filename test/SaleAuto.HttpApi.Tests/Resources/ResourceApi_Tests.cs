using System.Net;
using System.Text.Json.Nodes;

namespace SaleAuto.Resources;

public abstract class ResourceApi_Tests(ApiHost host)
{
    private const string Root = "/api/app/acquaintances";

    private static int _phones;

    [Fact]
    public async Task Should_Create_Read_Change_Delete_And_Restore()
    {
        var manager = await host.StaffAsync("manager");

        var created = await manager.PostAsync(Root, new { name = "Анна", phone = NewPhone() });
        created.Status.ShouldBe(HttpStatusCode.Created, created.Body);
        var id = (string)created.Json["id"]!;
        var read = await manager.GetAsync($"{Root}/{id}");
        var changed = await manager.PatchAsync($"{Root}/{id}", new { name = "Анна Петровна" }, ("If-Match", "\"1\""));
        var replaced = await manager.SendAsync(HttpMethod.Put, $"{Root}/{id}", new { name = "Анна Ивановна" });
        var deleted = await manager.DeleteAsync($"{Root}/{id}");
        var listed = await manager.GetAsync($"{Root}?filter=name.eq.\"Анна Ивановна\"");
        var restored = await manager.PostAsync($"{Root}/{id}/restore");

        created.Headers.Location!.ToString().ShouldBe($"{Root}/{id}");
        created.Headers.ETag!.Tag.ShouldBe("\"1\"");
        read.Json.ToJsonString().ShouldBe(created.Json.ToJsonString());
        ((string?)read.Json["name"]).ShouldBe("Анна");
        read.Headers.CacheControl!.NoStore.ShouldBeTrue();
        changed.Headers.ETag!.Tag.ShouldBe("\"2\"");
        ((string?)changed.Json["name"]).ShouldBe("Анна Петровна");
        ((string?)replaced.Json["name"]).ShouldBe("Анна Ивановна");
        deleted.Status.ShouldBe(HttpStatusCode.NoContent);
        listed.Json["items"]!.AsArray().ShouldBeEmpty();
        restored.Status.ShouldBe(HttpStatusCode.OK, restored.Body);
        (await manager.GetAsync($"{Root}?filter=name.eq.\"Анна Ивановна\"")).Json["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Refuse_To_Change_Another_Version_Than_Named()
    {
        var manager = await host.StaffAsync("manager");
        var id = await CreateAsync(manager, "Борис");
        (await manager.PatchAsync($"{Root}/{id}", new { name = "Борис Б." })).Status.ShouldBe(HttpStatusCode.OK);

        var stale = await manager.PatchAsync($"{Root}/{id}", new { name = "Борис В." }, ("If-Match", "\"1\""));
        var staleDelete = await manager.DeleteAsync($"{Root}/{id}", ("If-Match", "\"1\""));
        var staleAction = await manager.SendAsync(HttpMethod.Post, $"{Root}/{id}/actions/greet", new { title = "г-н" }, ("If-Match", "\"1\""));
        var nonsense = await manager.PatchAsync($"{Root}/{id}", new { name = "Борис В." }, ("If-Match", "one"));
        var same = await manager.SendAsync(HttpMethod.Get, $"{Root}/{id}", null, ("If-None-Match", "\"2\""));
        var newer = await manager.SendAsync(HttpMethod.Get, $"{Root}/{id}", null, ("If-None-Match", "\"1\""));

        stale.ShouldBeProblem(HttpStatusCode.PreconditionFailed, SaleAutoErrorCodes.Requests.NotTheVersion);
        staleDelete.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        staleAction.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        nonsense.ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid)["errors"]!["If-Match"].ShouldNotBeNull();
        same.Status.ShouldBe(HttpStatusCode.NotModified);
        same.Body.ShouldBeEmpty();
        ((string?)newer.Json["name"]).ShouldBe("Борис Б.");
    }

    [Fact]
    public async Task Should_Do_The_Same_Request_Once()
    {
        var manager = await host.StaffAsync("manager");
        var other = await host.StaffAsync("manager2");
        var (key, body) = (Guid.NewGuid().ToString(), new { name = "Вера", phone = NewPhone() });

        var first = await manager.PostAsync(Root, body, key);
        var again = await manager.PostAsync(Root, body, key);
        var different = await manager.PostAsync(Root, new { name = "Виктор", phone = NewPhone() }, key);
        var ofAnother = await other.PostAsync(Root, new { name = "Валя", phone = NewPhone() }, key);
        var id = (string)first.Json["id"]!;
        var greeting = await manager.PostAsync($"{Root}/{id}/actions/greet", new { title = "г-жа" }, key);
        var greetingAgain = await manager.PostAsync($"{Root}/{id}/actions/greet", new { title = "г-жа" }, key);

        again.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)again.Json["id"]).ShouldBe(id);
        different.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, SaleAutoErrorCodes.Requests.IdempotencyKeyReused);
        ofAnother.Status.ShouldBe(HttpStatusCode.Created);
        ((string?)greeting.Json["name"]).ShouldBe("г-жа Вера");
        ((string?)greetingAgain.Json["name"]).ShouldBe("г-жа Вера");
    }

    [Fact]
    public async Task Should_Name_Every_Fault()
    {
        var manager = await host.StaffAsync("manager", "en");

        var fields = await manager.PostAsync(Root, new { nmae = "x", phone = 5 });
        var query = await manager.GetAsync($"{Root}?pageSize=0&page=first&serach=x&count=yes");

        fields.ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid)["codes"]!.AsObject().Select(x => x.Key).ShouldBe(["nmae", "phone", "name"], ignoreOrder: true);
        query.ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid)["codes"]!.AsObject().Select(x => x.Key).ShouldBe(["pageSize", "page", "serach", "count"], ignoreOrder: true);
        foreach (var (parameter, fault) in new[] { ("filter=name.is.x", "filter"), ("filter=secret.eq.x", "filter"), ("sort=secret", "sort"), ("sort=phoneConfirmedAt", "sort"), ("fields=name,secret", "fields"), ("cursor=abc", "cursor"), ("page=500&pageSize=200", "page") })
        {
            var refused = await manager.GetAsync($"{Root}?{parameter}");
            refused.ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid)["errors"]!.AsObject().Select(x => x.Key).ShouldBe([fault], parameter);
        }
        (await manager.PostAsync(Root, "{")).ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid);
        (await manager.PostAsync(Root, "[]")).ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid);
        (await manager.PostAsync(Root, new StringContent("name=x"))).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await manager.PostAsync(Root, new { name = new string('x', 2_000_000), phone = NewPhone() })).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await manager.GetAsync("/api/app/unknown-things")).ShouldBeProblem(HttpStatusCode.NotFound, SaleAutoErrorCodes.Requests.NotFound);
        (await manager.GetAsync($"{Root}/{Guid.NewGuid()}")).ShouldBeProblem(HttpStatusCode.NotFound, SaleAutoErrorCodes.Requests.NotFound);
        (await manager.PostAsync($"{Root}/{Guid.NewGuid()}/actions/fly", new { })).ShouldBeProblem(HttpStatusCode.NotFound, SaleAutoErrorCodes.Requests.NotFound);
    }

    [Fact]
    public async Task Should_Page_Sort_Count_And_Choose_Fields()
    {
        var manager = await host.StaffAsync("manager");
        for (var i = 0; i < 7; i++)
        {
            await CreateAsync(manager, $"Глебушкин {i}");
        }
        var names = new List<string>();
        string? cursor = null;

        do
        {
            var page = await manager.GetAsync($"{Root}?q=глебушкин&sort=-name&pageSize=3&fields=name&count=true&cursor={Uri.EscapeDataString(cursor ?? "")}");
            page.Status.ShouldBe(HttpStatusCode.OK, page.Body);
            ((int?)page.Json["totalCount"]).ShouldBe(7);
            page.Json["items"]![0]!.AsObject().Select(x => x.Key).ShouldBe(["id", "name", "version"]);
            names.AddRange(page.Json["items"]!.AsArray().Select(x => (string)x!["name"]!));
            cursor = (string?)page.Json["nextCursor"];
        }
        while (cursor is not null);

        names.ShouldBe(Enumerable.Range(0, 7).Select(i => $"Глебушкин {6 - i}"));
        var second = await manager.GetAsync($"{Root}?q=глебушкин&sort=name&pageSize=3&page=2");
        second.Json["items"]!.AsArray().Select(x => (string?)x!["name"]).ShouldBe(["Глебушкин 3", "Глебушкин 4", "Глебушкин 5"]);
        var grouped = await manager.GetAsync($"{Root}?filter={Uri.EscapeDataString("and(phoneConfirmedAt.empty,or(name.eq.\"Глебушкин 1\",name.endsWith.\"ушкин 2\"))")}&sort=name");
        grouped.Json["items"]!.AsArray().Select(x => (string?)x!["name"]).ShouldBe(["Глебушкин 1", "Глебушкин 2"]);
    }

    [Fact]
    public async Task Should_Show_A_Seller_Only_Own_Rows_Everywhere()
    {
        var (manager, seller) = (await host.StaffAsync("manager"), await host.StaffAsync("seller"));
        var (foreign, own) = (await CreateAsync(manager, "Дина Чужая"), await CreateAsync(seller, "Дина Своя"));

        var list = await seller.GetAsync($"{Root}?q=дина");
        var everywhere = await seller.GetAsync("/api/app/search?q=дина");
        var bulk = await seller.PostAsync($"{Root}/bulk", new { kind = "delete", ids = new[] { foreign } });

        list.Json["items"]!.AsArray().Select(x => (string?)x!["id"]).ShouldBe([own]);
        list.Json["items"]![0]!.AsObject().ContainsKey("phoneConfirmedAt").ShouldBeFalse();
        (await seller.GetAsync($"{Root}?filter=phoneConfirmedAt.empty")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await seller.GetAsync($"{Root}?q=дина&count=true")).Json["totalCount"]!.GetValue<int>().ShouldBe(1);
        everywhere.Json.AsArray().Select(x => (string?)x!["id"]).ShouldNotContain(foreign);
        (await seller.GetAsync($"{Root}/{foreign}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await seller.GetAsync($"{Root}/{foreign}/history")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await seller.GetAsync($"{Root}/{foreign}/actions")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await seller.GetAsync($"{Root}/{foreign}/files/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await seller.PatchAsync($"{Root}/{foreign}", new { name = "Моя" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await seller.SendAsync(HttpMethod.Put, $"{Root}/{foreign}", new { name = "Моя" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await seller.DeleteAsync($"{Root}/{foreign}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await seller.PostAsync($"{Root}/{foreign}/actions/greet", new { title = "г-жа" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await seller.PostAsync($"{Root}/{own}/actions/confirm")).ShouldBeProblem(HttpStatusCode.Forbidden, SaleAutoErrorCodes.Requests.Forbidden);
        ((int?)bulk.Json["done"]).ShouldBe(0);
        var export = await seller.GetAsync($"{Root}/export?format=json&q=дина");
        export.Status.ShouldBe(HttpStatusCode.OK, export.Body);
        export.Body.ShouldContain("Дина Своя");
        export.Body.ShouldNotContain("Дина Чужая");
        export.Body.ShouldNotContain("phoneConfirmedAt");
        var offered = await seller.GetAsync($"{Root}/actions/greet/lookups/friendId?q=дина");
        offered.Json.AsArray().Select(x => (string?)x!["id"]).ShouldBe([own], offered.Body);
        (await seller.PostAsync($"{Root}/{own}/actions/greet", new { title = "г-жа", friendId = foreign })).Status.ShouldBe(HttpStatusCode.BadRequest);
        ((string?)(await manager.GetAsync($"{Root}/{foreign}")).Json["name"]).ShouldBe("Дина Чужая");
    }

    [Fact]
    public async Task Should_Run_Actions_And_Offer_Them()
    {
        var manager = await host.StaffAsync("manager");
        var id = await CreateAsync(manager, "Егор");

        var open = await manager.GetAsync($"{Root}/{id}/actions");
        var without = await manager.PostAsync($"{Root}/{id}/actions/greet", new { });
        var confirmed = await manager.PostAsync($"{Root}/{id}/actions/confirm");
        var twice = await manager.PostAsync($"{Root}/{id}/actions/confirm");

        open.Json.AsArray().Select(x => (string?)x!["name"]).ShouldBe(["greet", "confirm"]);
        without.ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid)["errors"]!["title"].ShouldNotBeNull();
        confirmed.Status.ShouldBe(HttpStatusCode.OK, confirmed.Body);
        ((string?)confirmed.Json["phoneConfirmedAt"]).ShouldEndWith("Z");
        twice.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await manager.GetAsync($"{Root}/{id}/actions")).Json.AsArray().Select(x => (string?)x!["name"]).ShouldBe(["greet"]);
    }

    [Fact]
    public async Task Should_Change_Many_And_Take_It_Back()
    {
        var manager = await host.StaffAsync("manager");
        var ids = new[] { await CreateAsync(manager, "Жанна 1"), await CreateAsync(manager, "Жанна 2") };

        var preview = await manager.PostAsync($"{Root}/bulk/preview", new { kind = "delete", filter = "name.startsWith.Жанна" });
        var greeted = await manager.PostAsync($"{Root}/bulk", new { kind = "action", action = "greet", ids, input = new { title = "г-жа" } });
        var deleted = await manager.PostAsync($"{Root}/bulk", new { kind = "delete", ids });
        var gone = await manager.GetAsync($"{Root}?q=жанна");
        var undone = await manager.PostAsync($"{Root}/bulk/undo", new { operationId = (string)deleted.Json["operationId"]! });
        var everything = await manager.PostAsync($"{Root}/bulk", new { kind = "delete" });
        var wrong = await manager.PostAsync($"{Root}/bulk", new { kind = "action", action = "confirm", ids });

        ((int?)preview.Json["count"]).ShouldBe(2);
        ((int?)greeted.Json["done"]).ShouldBe(2, greeted.Body);
        ((int?)deleted.Json["done"]).ShouldBe(2);
        gone.Json["items"]!.AsArray().ShouldBeEmpty();
        ((int?)undone.Json["done"]).ShouldBe(2, undone.Body);
        (await manager.GetAsync($"{Root}?q=жанна")).Json["items"]!.AsArray().Select(x => (string?)x!["name"]).ShouldBe(["г-жа Жанна 1", "г-жа Жанна 2"], ignoreOrder: true);
        everything.ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid)["errors"]!["ids"].ShouldNotBeNull();
        wrong.ShouldBeProblem(HttpStatusCode.BadRequest, SaleAutoErrorCodes.Requests.Invalid)["errors"]!["action"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Tell_The_History_And_Set_A_Field_Back()
    {
        var manager = await host.StaffAsync("manager");
        var id = await CreateAsync(manager, "Зоя");
        await manager.PatchAsync($"{Root}/{id}", new { name = "Зинаида" });

        var history = await manager.GetAsync($"{Root}/{id}/history");
        history.Status.ShouldBe(HttpStatusCode.OK, history.Body);
        var entry = history.Json["items"]![0]!;
        var reverted = await manager.PostAsync($"{Root}/{id}/revert", new { entryId = (string)entry["id"]!, field = "name" });

        history.Json["items"]!.AsArray().Select(x => (string?)x!["action"]).ShouldBe(["Updated", "Created"]);
        ((string?)entry["changes"]![0]!["before"]).ShouldBe("Зоя");
        ((string?)entry["actorName"]).ShouldBe("Марина Соколова");
        ((string?)reverted.Json["name"]).ShouldBe("Зоя");
        (await manager.GetAsync($"{Root}/{id}/history?pageSize=0")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Should_Keep_An_Upload_For_Its_Owner()
    {
        var (manager, seller) = (await host.StaffAsync("manager"), await host.StaffAsync("seller"));
        using var form = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.4\n%%EOF\n"u8.ToArray()), "file", "договор.pdf" } };

        var uploaded = await manager.SendAsync(HttpMethod.Post, "/api/app/files", form);
        uploaded.Status.ShouldBe(HttpStatusCode.Created, uploaded.Body);
        var path = $"/api/app/files/{(string)uploaded.Json["id"]!}";
        using var opened = await manager.Http.GetAsync(path);

        ((string?)uploaded.Json["contentType"]).ShouldBe("application/pdf");
        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        opened.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        opened.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await seller.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await manager.PostAsync("/api/app/files", new { })).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Should_Say_Which_Methods_An_Address_Takes_And_Answer_Head()
    {
        var manager = await host.StaffAsync("manager");
        var id = await CreateAsync(manager, "Инна");

        var wrong = await manager.SendAsync(HttpMethod.Delete, Root);
        var onClientApi = await host.NewClient().GetAsync("/api/client/token");
        var postOnly = await manager.GetAsync($"{Root}/{id}/restore");
        var head = await manager.SendAsync(HttpMethod.Head, $"{Root}/{id}");
        var headOfList = await manager.SendAsync(HttpMethod.Head, Root);

        wrong.ShouldBeProblem(HttpStatusCode.MethodNotAllowed, SaleAutoErrorCodes.Requests.WrongMethod);
        onClientApi.ShouldBeProblem(HttpStatusCode.MethodNotAllowed, SaleAutoErrorCodes.Requests.WrongMethod);
        postOnly.ShouldBeProblem(HttpStatusCode.MethodNotAllowed, SaleAutoErrorCodes.Requests.WrongMethod);
        head.Status.ShouldBe(HttpStatusCode.OK);
        head.Body.ShouldBeEmpty();
        head.Headers.ETag!.Tag.ShouldBe("\"1\"");
        headOfList.Status.ShouldBe(HttpStatusCode.OK);
        headOfList.MediaType.ShouldBe("application/json");
    }

    private static string NewPhone() => $"+7902{Interlocked.Increment(ref _phones):0000000}";

    private static async Task<string> CreateAsync(ApiClient caller, string name)
    {
        var created = await caller.PostAsync(Root, new { name, phone = NewPhone() });
        created.Status.ShouldBe(HttpStatusCode.Created, created.Body);
        return (string)created.Json["id"]!;
    }
}

public sealed class ResourceApi_OnSqlite_Tests(ResourceApiOn<SqliteDatabase> api) : ResourceApi_Tests(api.Host), IClassFixture<ResourceApiOn<SqliteDatabase>>;

public sealed class ResourceApi_OnPostgreSql_Tests(ResourceApiOn<PostgreSqlDatabase> api) : ResourceApi_Tests(api.Host), IClassFixture<ResourceApiOn<PostgreSqlDatabase>>;
