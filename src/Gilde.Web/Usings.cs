// What nearly every feature speaks: rows, requests and times.
global using Gilde.Web.Data;
global using Gilde.Web.Web;
global using Microsoft.EntityFrameworkCore;
global using NodaTime;
