using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SaleAuto;

/// <summary>What a person does with the staff pages, over real HTTP.</summary>
public sealed class StaffBrowser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    public HttpClient Http => _http;

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var response = await GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await ParseAsync(response);
    }

    public static async Task<IHtmlDocument> ParseAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    public async Task<HttpResponseMessage> SignInAsync(string userName, string password, string returnUrl = "")
    {
        var page = await ReadAsync("/admin/signin?returnUrl=" + Uri.EscapeDataString(returnUrl));
        return await SubmitAsync(page, "/admin/signin", ("userName", userName), ("password", password));
    }

    /// <summary>Sends the page's form with that address, its hidden fields included.</summary>
    public Task<HttpResponseMessage> SubmitAsync(IHtmlDocument page, string action, params IEnumerable<(string Name, string Value)> typed)
    {
        var form = page.Forms.Single(x => x.GetAttribute("action") == action && x.GetAttribute("method") != "dialog");
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(x => KeyValuePair.Create(x.Name!, x.Value));
        return _http.PostAsync(action, new FormUrlEncodedContent([.. hidden, .. typed.Select(x => KeyValuePair.Create(x.Name, x.Value))]));
    }

    public void Dispose() => _http.Dispose();
}
