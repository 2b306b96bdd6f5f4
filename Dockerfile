# One server, its console and its command line: docker build -t tenlines .
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN ./mvnw -q -B -ntp -DskipTests -Dspotless.check.skip=true -pl server -am package

FROM eclipse-temurin:25-jre
WORKDIR /app
COPY --from=build /src/server/target/tenlines.jar ./
COPY --from=build /src/server/target/lib ./lib
COPY examples/sample ./examples/sample
COPY docker ./docker
# The cache holds loaded and linked classes of this very JVM and jar: the start takes a fraction of the time.
RUN docker/aot.sh tenlines.jar /app/tenlines.aot \
 && useradd --system --uid 10001 --home-dir /project --create-home tenlines
USER tenlines
WORKDIR /project
VOLUME /project
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["/app/docker/health.sh"]
ENTRYPOINT ["/app/docker/tenlines.sh"]
CMD ["serve", "--address", "0.0.0.0"]
