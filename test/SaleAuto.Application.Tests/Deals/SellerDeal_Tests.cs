using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Leads;
using SaleAuto.LowCode;
using SaleAuto.Reports;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Deals;

public abstract class SellerDeal_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Lead_From_The_Plan_To_The_Car_In_Stock()
    {
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());
        var photo = await _app.AddPhotoAsync(Seller, deal, DealShot.ProblemPlace);
        await _app.ByAsync(Seller, x => x.AddDefectAsync(deal, new AddDefectInput { Kind = DefectKind.Tyres, EstimatedCost = 28_000, PhotoId = photo, Key = "d1" }, default));
        var tyres = (await _app.ByAsync(Seller, (ISellerDealAppService x) => x.GetRateCardAsync(default))).First(x => x.Title == "Замена шин");
        await _app.ByAsync(Seller, x => x.AddPriceLineAsync(deal, new AddPriceLineInput { RateCode = tyres.Code, Key = "l1" }, default));
        await _app.ByAsync(Seller, x => x.AddPriceLineAsync(deal, new AddPriceLineInput { Title = "Запах", Reason = "Курили в салоне", Amount = 5_000.50m, PhotoId = photo, Key = "l2" }, default));
        await _app.AgreeAsync(Seller, deal);
        await _app.SignAsync(Seller, deal);
        await _app.PayAsync(Seller, deal, 964_999.50m);
        await _app.ByAsync(Seller, x => x.CompleteAsync(deal, default));
        await _app.ByAsync(Seller, x => x.CompleteAsync(deal, default)); // a double press

        var seen = await _app.SeeAsync(Seller, deal);
        (seen.Status, seen.Price, seen.AgreedPrice, seen.Payment!.Amount).ShouldBe((DealStatus.Completed, 964_999.50m, 964_999.50m, 964_999.50m));
        seen.Actions.ShouldBeEmpty();
        var row = await _app.DealAsync(deal);
        (await _app.LeadAsync(row.LeadId)).Status.ShouldBe(LeadStatus.Won);
        var car = await _app.InDatabaseAsync(db => db.Set<Car>().SingleAsync(x => x.DealId == deal));
        (car.Id, car.SellerId, car.Make, car.Year, car.Vin, car.MileageKm, car.BuyoutPrice).ShouldBe((seen.CarId!.Value, Seller, "Kia", 2018, "Z94CB41AAER123456", 112_300, 964_999.50m));
        car.Plate.ShouldNotBeNull();
        car.PhotoId.ShouldBe(seen.Photos.First(x => x.Shot == DealShot.Front).FileId);
        (await _app.ToldAsync(deal)).Where(x => x.StartsWith("deal-completed")).ShouldBe(["deal-completed 1001", "deal-completed-seller 2001"]);
    }

    [Fact]
    public async Task Should_Keep_Who_When_From_To_And_Why()
    {
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());
        await _app.ByAsync(Seller, x => x.RejectBySellerAsync(deal, new DealReasonInput { Reason = "Перебиты номера" }, default));

        var steps = await _app.InDatabaseAsync(db => db.Set<DealTransition>().Where(x => x.DealId == deal).OrderBy(x => x.Id).ToListAsync());
        steps.Select(x => (x.From, x.To, x.StaffId)).ShouldBe(
        [
            (null, DealStatus.Assigned, Manager), (DealStatus.Assigned, DealStatus.Accepted, Seller),
            (DealStatus.Accepted, DealStatus.Inspection, Seller), (DealStatus.Inspection, DealStatus.RejectedBySeller, Seller),
        ]);
        steps[^1].Reason.ShouldBe("Перебиты номера");
    }

    [Fact]
    public async Task Should_Open_The_Reason_Of_A_Refusal_To_All_Sellers_And_Lead_Back_To_Calling()
    {
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());

        await _app.ByAsync(Seller, x => x.RejectBySellerAsync(deal, new DealReasonInput { Reason = "Утопленник" }, default));
        await _app.ByAsync(Seller, x => x.RejectBySellerAsync(deal, new DealReasonInput { Reason = "Утопленник" }, default));

        (await _app.ToldAsync(deal)).Where(x => x.StartsWith("deal-re")).ShouldBe(["deal-refused 2002", "deal-refused 2003", "deal-rejected-manager 1001"]);
        var row = await _app.DealAsync(deal);
        (await _app.LeadAsync(row.LeadId)).Status.ShouldBe(LeadStatus.Recall);
        (await _app.OpenTaskAsync(row.LeadId)).ResponsibleId.ShouldBe(Manager);
    }

    [Fact]
    public async Task Should_Take_Pictures_Only_For_Photos()
    {
        var deal = await _app.PlanDealAsync(Seller, DealWorld.NextDay());
        await _app.ByAsync(Seller, x => x.AcceptAsync(deal, default));
        await _app.ByAsync(Seller, x => x.BeginInspectionAsync(deal, default));
        var text = await _app.UploadAsync(Seller, contentType: "text/plain");

        var refusal = await Should.ThrowAsync<InputValidationException>(
            () => _app.ByAsync(Seller, x => x.AddPhotoAsync(deal, new AddDealPhotoInput { Shot = DealShot.Front, FileId = text, SourceKey = "t" }, default)));

        refusal.Errors.Single().Code.ShouldBe(SaleAutoErrorCodes.Deals.NotAPicture);
        (await _app.SeeAsync(Seller, deal)).Photos.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_End_The_Calls_For_A_Car_That_Was_Bought()
    {
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());
        var lead = (await _app.DealAsync(deal)).LeadId;
        var call = new CallTask(Guid.CreateVersion7(), lead, CallTaskKind.Callback, _app.Clock.Now, _app.Clock.Now.AddMinutes(15), null);
        await _app.InDatabaseAsync(db =>
        {
            db.Add(call);
            return db.SaveChangesAsync();
        });

        await _app.AgreeAsync(Seller, deal);
        await _app.SignAsync(Seller, deal);
        await _app.PayAsync(Seller, deal, DealWorld.Offer);
        await _app.ByAsync(Seller, x => x.CompleteAsync(deal, default));

        (await _app.InDatabaseAsync(db => db.Set<CallTask>().SingleAsync(x => x.Id == call.Id))).Status.ShouldBe(CallTaskStatus.Cancelled);
    }

    [Fact]
    public async Task Should_Refuse_Any_Other_Sum_With_Both_Figures()
    {
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());
        await _app.AgreeAsync(Seller, deal);
        await _app.SignAsync(Seller, deal);

        var refusal = await Should.ThrowAsync<BusinessException>(() => _app.PayAsync(Seller, deal, 999_999.99m));

        refusal.Code.ShouldBe(SaleAutoErrorCodes.Deals.PaymentDiffersFromContract);
        refusal.Values.Keys.ShouldBe(["Amount", "ContractPrice"]);
        (await _app.DealAsync(deal)).Status.ShouldBe(DealStatus.DocumentsSigned);
    }

    [Fact]
    public async Task Should_Count_A_Photo_That_Comes_Twice_Once_And_Take_Nobody_Elses_File()
    {
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());
        var outcomes = await Race.RunAsync(4, _ => _app.AddPhotoAsync(Seller, deal, DealShot.ProblemPlace, "same"));

        outcomes.ShouldAllBe(x => x.Failure == null);
        outcomes.Select(x => x.Result).Distinct().Count().ShouldBe(1);
        var foreign = new AddDealPhotoInput { Shot = DealShot.Front, FileId = await _app.UploadAsync(Seller2), SourceKey = "foreign" };
        (await Should.ThrowAsync<InputValidationException>(() => _app.ByAsync(Seller, x => x.AddPhotoAsync(deal, foreign, default)))).Errors[0].Field.ShouldBe("FileId");
        var photo = (await _app.SeeAsync(Seller, deal)).Photos[0];
        var taken = new AddDealPhotoInput { Shot = DealShot.Front, FileId = photo.FileId, SourceKey = "taken" };
        await Should.ThrowAsync<InputValidationException>(() => _app.ByAsync(Seller, x => x.AddPhotoAsync(deal, taken, default)));
    }

    [Fact]
    public async Task Should_Find_No_Deal_Of_Somebody_Else()
    {
        var deal = await _app.PlanDealAsync(Seller, DealWorld.NextDay());

        await Should.ThrowAsync<EntityNotFoundException>(() => _app.SeeAsync(Seller2, deal));
        await Should.ThrowAsync<EntityNotFoundException>(() => _app.ByAsync(Seller2, x => x.AcceptAsync(deal, default)));
        await Should.ThrowAsync<AuthorizationException>(() => _app.SeeAsync(Manager, deal));
        await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(Manager, x => x.AcceptAsync(deal, default)));
        await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(Seller, (IPriceApprovalAppService x) => x.GetAsync(deal, default)));
        (await _app.ByAsync(Seller2, (ISellerDealAppService x) => x.GetMyAsync(default))).ShouldNotContain(x => x.Id == deal);
        (await _app.ByAsync(Seller, (ISellerDealAppService x) => x.GetMyAsync(default))).ShouldContain(x => x.Id == deal);
    }

    [Fact]
    public async Task Should_Show_The_Parts_Of_A_Deal_To_Its_Seller_And_Not_To_Another()
    {
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());
        await _app.ByAsync(Seller, x => x.AddPriceLineAsync(deal, new AddPriceLineInput { RateCode = RateCard.Read(new DealSettings().RateCard)[0].Code, Key = "l" }, default));

        foreach (var resource in new[] { "deal-transitions", "deal-photos", "price-lines" })
        {
            (await CountAsync(Seller, resource, deal)).ShouldBeGreaterThan(0, resource);
            (await CountAsync(Manager, resource, deal)).ShouldBeGreaterThan(0, resource);
            (await CountAsync(Seller2, resource, deal)).ShouldBe(0, resource);
        }
    }

    [Fact]
    public async Task Should_Ask_For_A_Yes_Above_The_Limit()
    {
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay());
        var photo = await _app.AddPhotoAsync(Seller, deal, DealShot.ProblemPlace);
        await _app.ByAsync(Seller, x => x.AddPriceLineAsync(deal, new AddPriceLineInput { Title = "Мотор", Reason = "Стучит", Amount = 150_000, PhotoId = photo, Key = "m" }, default));

        (await Should.ThrowAsync<BusinessException>(() => _app.AgreeAsync(Seller, deal))).Code.ShouldBe(SaleAutoErrorCodes.Deals.ApprovalMissing);
        var state = await _app.ByAsync(Seller, (ISellerDealAppService x) => x.AskPriceApprovalAsync(deal, default));
        (state.Price, state.NeedsApproval, state.Approval).ShouldBe((850_000m, true, PriceApproval.Asked));
        (await _app.ToldAsync(deal)).Where(x => x.StartsWith("price-asked")).ShouldBe(["price-asked 1001", "price-asked 1002", "price-asked 3001"]);
        (await Should.ThrowAsync<BusinessException>(() => AnswerAsync(Owner, deal, 840_000, true))).Code.ShouldBe(SaleAutoErrorCodes.Deals.PriceOutdated);
        await AnswerAsync(Owner, deal, 850_000, true);
        await AnswerAsync(Manager, deal, 850_000, true); // of one mind
        (await Should.ThrowAsync<BusinessException>(() => AnswerAsync(Manager, deal, 850_000, false))).Code.ShouldBe(SaleAutoErrorCodes.Deals.AlreadyAnswered);
        await _app.AgreeAsync(Seller, deal);

        (await _app.DealAsync(deal)).AgreedPrice.ShouldBe(850_000m);
        (await _app.ToldAsync(deal)).Where(x => x.StartsWith("price-answered")).ShouldBe(["price-answered 2001"]);
    }

    [Fact]
    public async Task Should_Begin_With_A_Proposed_Price_Where_There_Is_No_Offer()
    {
        var deal = await _app.InspectAsync(Seller, DealWorld.NextDay(), offer: null);

        await _app.ByAsync(Seller, x => x.ProposeStartPriceAsync(deal, 400_000, default));

        var seen = await _app.SeeAsync(Seller, deal);
        (seen.Price, seen.NeedsApproval).ShouldBe((400_000m, true));
        (await Should.ThrowAsync<BusinessException>(() => _app.AgreeAsync(Seller, deal))).Code.ShouldBe(SaleAutoErrorCodes.Deals.ApprovalMissing);
    }

    [Fact]
    public async Task Should_Report_First_Offer_Against_Final_Price()
    {
        _app.Clock.Advance(TimeSpan.FromDays(800));
        var deal = await _app.InspectAsync(Seller3, 1);
        await _app.ByAsync(Seller3, x => x.AddPriceLineAsync(deal, new AddPriceLineInput { RateCode = RateCard.Read(new DealSettings().RateCard)[0].Code, Key = "l" }, default));
        await _app.AgreeAsync(Seller3, deal);
        await _app.SignAsync(Seller3, deal);
        await _app.PayAsync(Seller3, deal, 997_000);
        await _app.ByAsync(Seller3, x => x.CompleteAsync(deal, default));

        var report = await _app.ByAsync(Owner, (ISalesReportAppService x) => x.GetAsync(new SalesReportInput(), default));

        report.Offers.ShouldBe([new OfferedAndPaidDto("Тимур Алиев", 1, 1, 1_000_000, 997_000, -0.003m)]);
    }

    private static Guid Seller3 => Demo.DemoStaff.IdOf("seller3");

    private Task AnswerAsync(Guid staffId, Guid deal, decimal price, bool isGranted) =>
        _app.ByAsync(staffId, async (IPriceApprovalAppService x) =>
        {
            await x.AnswerAsync(deal, new PriceApprovalAnswerInput { Price = price, IsGranted = isGranted }, default);
            return true;
        });

    private Task<int> CountAsync(Guid staffId, string resource, Guid deal) => _app.ByAsync(staffId, async (IServiceProvider services) =>
    {
        var model = services.GetRequiredService<IResourceRegistry>().Get(resource);
        var page = await services.GetRequiredService<IResourceReader>().GetListAsync(model, new ListQuery { Filter = FilterText.Parse($"dealId.eq.{deal}") }, default);
        return page.Rows.Count;
    });
}

public sealed class SellerDeal_OnSqlite_Tests(SqliteDatabase database) : SellerDeal_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class SellerDeal_OnPostgreSql_Tests(PostgreSqlDatabase database) : SellerDeal_Tests(database), IClassFixture<PostgreSqlDatabase>;
