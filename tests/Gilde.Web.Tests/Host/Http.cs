using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Gilde.Web.Tests.Host;

/// <summary>Speaking HTTP in tests as a person's browser would.</summary>
public static class Http
{
    public static async Task<IHtmlDocument> Page(this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await client.GetAsync(path);
        return await response.Document(expected);
    }

    public static async Task<IHtmlDocument> Document(this HttpResponseMessage response, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{response.RequestMessage?.RequestUri}: {(int)response.StatusCode}, expected {(int)expected}\n{body[..Math.Min(body.Length, 2000)]}");
        return new HtmlParser().ParseDocument(body);
    }

    public static Task<HttpResponseMessage> Submit(this HttpClient client, string path, params (string Name, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Posts a form and expects the 303 that a successful write answers; returns where it leads.</summary>
    public static async Task<string> SubmitOk(this HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        using var response = await client.Submit(path, fields);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.SeeOther, $"POST {path}: {(int)response.StatusCode}, expected 303\n{body[..Math.Min(body.Length, 2000)]}");
        return response.Headers.Location!.ToString();
    }

    public static async Task<string> Json(this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{path}: {(int)response.StatusCode}, expected {(int)expected}\n{body}");
        return body;
    }
}

/// <summary>Waits for what happens soon, such as a live update; fails when it does not. How soon it is, `bench/live` measures: a busy machine is no failure.</summary>
public static class Eventually
{
    public static async Task<T> Get<T>(Func<Task<T?>> look, string what, int seconds = 30) where T : class
    {
        var until = Environment.TickCount64 + seconds * 1000L;
        while (Environment.TickCount64 < until)
        {
            if (await look() is { } found) return found;
            await Task.Delay(25);
        }
        Assert.Fail($"Waited {seconds} s in vain: {what}");
        throw new InvalidOperationException();
    }

    public static Task Is(Func<Task<bool>> look, string what, int seconds = 30) => Get(async () => await look() ? "yes" : null, what, seconds);
}
